import type { PhotoKey } from "./ceremony-store.ts";

/**
 * Originals and copies are private; public copies may be seen by everybody who knows their name. What is to be deleted
 * and does not exist is no error. Fault: `photo-store-failed`.
 */
export interface PhotoStore {
  putOriginal(key: string, bytes: Uint8Array, contentType: "image/jpeg" | "image/png"): Promise<void>;
  /** Both are JPEG. */
  putCopies(
    photo: PhotoKey,
    copies: { readonly display: Uint8Array; readonly thumbnail: Uint8Array },
  ): Promise<void>;
  /** Makes the copies public. `image` as in `p/3fa9…`, without extension. */
  publishCopies(photo: PhotoKey, image: string): Promise<void>;
  withdrawCopies(image: string): Promise<void>;
  /** Everything private of a photo. */
  deletePictures(photo: PhotoKey): Promise<void>;
}
