/** X1: go on with an event's export, on the queue of exports. */
export interface ExportMessage {
  readonly kind: "export";
  readonly eventId: string;
  readonly exportId: string;
}

/** What travels through the worker's queues, as JSON. */
export type QueueMessage =
  /** An event exactly as LINE sent it. */
  | { readonly kind: "line-event"; readonly event: unknown }
  /** Sent with a delay beside every photo: tell the guest that it was received if nothing was told by then. */
  | { readonly kind: "remind"; readonly event: unknown }
  /** Sent with a delay beside a photo of a set of unknown size: answer for the set if this is the last one known. */
  | { readonly kind: "close-set"; readonly event: unknown }
  /** A photo of a set for which somebody else answered: if that did not tell its result, it is told later. */
  | {
      readonly kind: "untold";
      readonly eventId: string;
      readonly guestId: string;
      readonly photoId: string;
    }
  /** Derive a guest's standing anew; sent before somebody outside the queue changes a photo. */
  | { readonly kind: "settle"; readonly eventId: string; readonly guestId: string }
  /** Let the bot speak the language that a guest chose on the personal page. */
  | { readonly kind: "speak"; readonly eventId: string; readonly guestId: string }
  /** P8: take a photo out of everything, if its guest has deleted it and not taken that back. */
  | {
      readonly kind: "withdraw";
      readonly eventId: string;
      readonly guestId: string;
      readonly photoId: string;
    }
  /** K6: leave nothing of a guest that was sent until then, by LINE's time stamps. */
  | {
      readonly kind: "erase";
      readonly eventId: string;
      readonly guestId: string;
      readonly orderedAt: number;
    }
  /** Look again whether a photo repeats another one. */
  | {
      readonly kind: "recheck";
      readonly eventId: string;
      readonly guestId: string;
      readonly photoId: string;
    }
  /** P10: make the archive of a guest's photos that was ordered, and take the former one away. */
  | {
      readonly kind: "pack";
      readonly eventId: string;
      readonly guestId: string;
      readonly archiveId: string;
      readonly formerId?: string;
    }
  /** K11: delete the next things of an event: the step that goes on from this version of the job. */
  | {
      readonly kind: "end-event";
      readonly eventId: string;
      readonly jobId: string;
      readonly version: number;
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

/** H1: the next seconds of a rehearsal: the step that goes on from this version of its job. On a queue of its own. */
export interface RehearsalStep {
  readonly kind: "rehearse";
  /** The event that is rehearsed. */
  readonly eventId: string;
  readonly jobId: string;
  readonly version: number;
}
