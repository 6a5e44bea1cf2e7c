import type { MyPicture } from "../backend/my-pictures.ts";
import type { MyWish, WishChange, WishRefusal } from "../backend/update-me.ts";
import type { DownloadBackend } from "./settings/download-backend.ts";
import type { WatchMe } from "./use-my-history.ts";

/** `reopen`: the guest has to open the page again from the chat. All reject when the API cannot be reached or fails. */
export interface MeBackend {
  readonly watch: WatchMe;
  /** Of own photos that have no public copies. */
  readonly readPictures: (photoIds: readonly string[]) => Promise<readonly MyPicture[]>;
  readonly update: (change: WishChange) => Promise<MyWish | WishRefusal | "reopen">;
  readonly undoDeletion: (photoId: string) => Promise<"kept" | "too-late" | "reopen">;
  /** The own photos as a file. */
  readonly download: DownloadBackend;
  /** Deletes everything of the guest in this event. */
  readonly leave: () => Promise<"left" | "reopen">;
}
