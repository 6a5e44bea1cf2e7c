import type { MyPhoto } from "../backend/my-photo.ts";

/** What came of asking for a guest's photo; anything else is thrown. */
export type MyPhotoAnswer =
  | { readonly kind: "photo"; readonly photo: MyPhoto }
  /** No such photo, or somebody else's: the page cannot and does not tell. */
  | { readonly kind: "not-found" }
  /** The guest is not known (any more) and has to come from the chat again. */
  | { readonly kind: "reopen" }
  | { readonly kind: "event-gone" };

/** What came of deleting it; anything else is thrown. */
export type Removal = "deleted" | "reopen";

export type RemoveMyPhoto = (photoId: string) => Promise<Removal>;

export type LoadMyPhoto = (photoId: string) => Promise<MyPhotoAnswer>;
