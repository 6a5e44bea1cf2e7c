import type { HostAction } from "../../backend/host-action.ts";
import type { HostGuest, HostGuestPage } from "../../backend/host-guest.ts";
import type { GuestChange } from "../../backend/host-guests.ts";
import type { HostPhoto } from "../../backend/host-photo.ts";
import type { PhotoPictures } from "../../backend/host-photos.ts";
import type { GuestsListener } from "../../backend/watch-guest-pages.ts";

/** What the page about the guests needs of the world. Every promise rejects when the API cannot be reached or refuses. */
export interface GuestsBackend {
  /** Follows all guests until the returned function is called. */
  readonly watch: (eventId: string, listener: GuestsListener) => () => void;
  /** A page of guests whose name or reading holds `search`, as it is written. */
  readonly search: (eventId: string, search: string, nextToken: string | null) => Promise<HostGuestPage>;
  /** Null: there is no such guest. */
  readonly readGuest: (eventId: string, guestId: string) => Promise<HostGuest | null>;
  /** The newest first. */
  readonly readPhotosOfGuest: (eventId: string, guestId: string) => Promise<readonly HostPhoto[]>;
  /** At most 100; a photo without a picture is missing in the answer. */
  readonly readPictures: (
    eventId: string,
    photos: readonly { readonly guestId: string; readonly photoId: string }[],
  ) => Promise<readonly PhotoPictures[]>;
  /** `seen`: how many decisions about the guest the host knows of. */
  readonly change: (
    eventId: string,
    guestId: string,
    seen: number,
    change: GuestChange,
  ) => Promise<HostAction>;
  readonly undo: (eventId: string, entryId: string) => Promise<HostAction>;
}
