import type { RehearsalNote } from "./rehearsal-calls.ts";

/** What a rehearsal keeps outside the data, until it is over. Fault: `photo-store-failed`. */
export interface RehearsalFiles {
  putPicture(eventId: string, name: string, bytes: Uint8Array): Promise<void>;
  /** Where the picture lies. */
  pictureUrl(eventId: string, name: string): string;
  calls(eventId: string): Promise<readonly RehearsalNote[]>;
  /** Takes everything of the rehearsal away. */
  clear(eventId: string): Promise<void>;
}
