import type { PhotoContent } from "./photo-source.ts";

/** H3: what the bot would have asked or told, and when a photo was kept. */
export const rehearsalCalls = [
  "stored",
  "reply",
  "expired",
  "push",
  "loading",
  "profile",
  "menu",
  "quota",
  "faces",
  "moderation",
  "labels",
  "text",
] as const;
export type RehearsalCall = (typeof rehearsalCalls)[number];

export interface RehearsalNote {
  readonly call: RehearsalCall;
  /** What it was about: a photo, an answer, a guest; at most 200 letters. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Where the calls of a rehearsal are written down, each for itself. Fault: `photo-store-failed`. */
export interface RehearsalCalls {
  note(eventId: string, note: RehearsalNote): Promise<void>;
}

/** Where also a rehearsal's pictures come from. */
export interface RehearsalBucket extends RehearsalCalls {
  /** H4: only what lies where rehearsals put pictures. Fault: `photo-store-failed`. */
  pictureAt(url: string, maxBytes: number): Promise<PhotoContent>;
}
