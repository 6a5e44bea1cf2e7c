import type { PhotoPictures } from "../../backend/host-photos.ts";
import type { NumbersListener } from "../../backend/watch-number-pages.ts";
import type { SettingsBackend } from "../events/events-backend.ts";
import type { GuestsBackend } from "../guests/guests-backend.ts";

/** What an evening in numbers needs of the world. */
export interface NumbersBackend {
  /** Follows what the numbers are made of until the returned function is called. */
  readonly watchPhotos: (eventId: string, listener: NumbersListener) => () => void;
  readonly watchGuests: GuestsBackend["watch"];
  readonly watchEvent: SettingsBackend["watch"];
  /** At most 100; a photo without a picture is missing in the answer. */
  readonly readPictures: (
    eventId: string,
    photos: readonly { readonly guestId: string; readonly photoId: string }[],
  ) => Promise<readonly PhotoPictures[]>;
}
