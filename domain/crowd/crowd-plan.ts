export interface CrowdSize {
  readonly guests: number;
  readonly photos: number;
  readonly minutes: number;
  /** Of the pictures, in pixels; as they are drawn when left out. Small ones are read in a fraction of the time. */
  readonly pictureWidth?: number;
  /** All begin by writing the event's join code. */
  readonly isByCode?: boolean;
}

export interface PlannedGuest {
  readonly displayName: string;
  /** As the phone is set (BCP 47). */
  readonly language: string;
}

export interface PlannedPhoto {
  /** Counts the photos of the plan from 0. */
  readonly photo: number;
  /** The name of a picture. */
  readonly picture: string;
  /** Number of the photo that this one looks like: its own, or an earlier one's when it is sent again. */
  readonly look: number;
  /** When sent again: in the same bytes, or saved anew, as a forwarded picture is. */
  readonly isSavedAnew: boolean;
}

/** Something that a guest does, so long after the beginning. */
export type Act = { readonly atMs: number; readonly guest: number } & (
  | { readonly kind: "follow" }
  | { readonly kind: "unfollow" }
  | { readonly kind: "join" }
  /** Several: sent at once, as a set. */
  | { readonly kind: "photos"; readonly photos: readonly PlannedPhoto[]; readonly isOldPhone: boolean }
  | { readonly kind: "unsend"; readonly photo: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "sticker" }
  | { readonly kind: "postback"; readonly postback: string }
);

/** An evening in advance: who comes and who does what when, in the order of time. */
export interface CrowdPlan {
  readonly seed: number;
  readonly size: CrowdSize;
  readonly guests: readonly PlannedGuest[];
  readonly acts: readonly Act[];
}
