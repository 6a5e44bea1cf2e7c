import type { ScoringRules } from "#domain/scoring";
import type { HostAction } from "../../backend/host-action.ts";
import type { HostPhoto, HostPhotoPage, PhotoDetail } from "../../backend/host-photo.ts";
import type { PhotoPictures } from "../../backend/host-photos.ts";
import type { LiveMessages } from "../../backend/live-source.ts";
import type { Tab } from "./photo-list.ts";

export interface PhotoName {
  readonly guestId: string;
  readonly photoId: string;
}

/** A photo that the host decides about. `seen`: how many decisions about it the host knows of. */
export interface PhotoChoice extends PhotoName {
  readonly seen: number;
}

/** `rules`: the hosts' word is taken back, the rules hold again. */
export type Says = "show" | "hide" | "rules";

/** What the queue needs of the world. Every promise rejects when the API cannot be reached or refuses. */
export interface QueueBackend {
  /** At most 100 photos, newest first. Without photos there are no more. */
  readonly readPage: (eventId: string, tab: Tab, nextToken: string | null) => Promise<HostPhotoPage>;
  /** Null: it is gone. */
  readonly readPhoto: (eventId: string, name: PhotoName) => Promise<PhotoDetail | null>;
  readonly readPhotosOfGuest: (eventId: string, guestId: string) => Promise<readonly HostPhoto[]>;
  /** At most 100; a photo without a picture is missing in the answer. */
  readonly readPictures: (eventId: string, names: readonly PhotoName[]) => Promise<readonly PhotoPictures[]>;
  /** Which faces count at the event. */
  readonly readScoring: (eventId: string) => Promise<ScoringRules>;
  /** At most 100 photos. */
  readonly moderate: (eventId: string, says: Says, choices: readonly PhotoChoice[]) => Promise<HostAction>;
  readonly undo: (eventId: string, entryId: string) => Promise<HostAction>;
  /** The returned function ends the subscription. */
  readonly subscribe: (eventId: string, to: LiveMessages<HostPhoto>) => () => void;
}
