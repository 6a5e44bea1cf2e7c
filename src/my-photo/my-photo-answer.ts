import type { MyPhoto } from "../backend/my-photo.ts";
import type { SharedCard } from "../liff/share-message.ts";

/** What came of asking for a guest's photo; anything else is thrown. */
export type MyPhotoAnswer =
  | { readonly kind: "photo"; readonly photo: MyPhoto }
  /** No such photo, or somebody else's: the page cannot and does not tell. */
  | { readonly kind: "not-found" }
  /** The guest is not known (any more) and has to come from the chat again. */
  | { readonly kind: "reopen" }
  | { readonly kind: "event-gone" };

/** What came of deleting it; anything else is thrown. `goneAt`: until then it may be taken back, ms since the epoch. */
export type Removal = { readonly goneAt: number } | "deleted" | "reopen";

/** What came of taking that back; anything else is thrown. */
export type Undoing = "kept" | "too-late" | "reopen";

/** What the page about one photo can do with it. All reject when the API cannot be reached or fails. */
export interface MyPhotoBackend {
  readonly load: (photoId: string) => Promise<MyPhotoAnswer>;
  /** The picture by a fresh address that only its guest knows; null where there is none. */
  readonly readPicture: (photoId: string) => Promise<string | null>;
  readonly remove: (photoId: string) => Promise<Removal>;
  readonly undo: (photoId: string) => Promise<Undoing>;
  /** Null where LINE cannot do it. */
  readonly share: ((card: SharedCard) => Promise<"shared" | "cancelled">) | null;
}
