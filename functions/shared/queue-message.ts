/** What travels through the queues, as JSON. */
export type QueueMessage =
  /** An event exactly as LINE sent it. */
  | { readonly kind: "line-event"; readonly event: unknown }
  /** Sent with a delay beside every photo: tell the guest that it was received if nothing was told by then. */
  | { readonly kind: "remind"; readonly event: unknown }
  /** Derive a guest's standing anew; sent before somebody outside the queue changes a photo. */
  | { readonly kind: "settle"; readonly eventId: string; readonly guestId: string }
  /** Let the bot speak the language that a guest chose on the personal page. */
  | { readonly kind: "speak"; readonly eventId: string; readonly guestId: string }
  /** Take a photo out of everything: its guest deleted it on the personal page. */
  | {
      readonly kind: "withdraw";
      readonly eventId: string;
      readonly guestId: string;
      readonly photoId: string;
    }
  /** Look again whether a photo repeats another one. */
  | {
      readonly kind: "recheck";
      readonly eventId: string;
      readonly guestId: string;
      readonly photoId: string;
    }
  /** Compute the places of everybody. */
  | { readonly kind: "ladder"; readonly eventId: string }
  /** Bring the next guests of an event in line with its rules: the step that goes on from this version of the job. */
  | {
      readonly kind: "recompute";
      readonly eventId: string;
      readonly jobId: string;
      readonly version: number;
    };
