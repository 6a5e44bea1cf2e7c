/** Originals are private; display copies may be seen by everybody who knows their name. Fault: `photo-store-failed`. */
export interface PhotoStore {
  putOriginal(key: string, bytes: Uint8Array, contentType: "image/jpeg" | "image/png"): Promise<void>;
  /** `undefined`: it does not exist. */
  original(key: string): Promise<Buffer | undefined>;
  /** `image` as in `p/3fa9…`, without extension; both are JPEG. */
  putCopies(
    image: string,
    copies: { readonly display: Uint8Array; readonly thumbnail: Uint8Array },
  ): Promise<void>;
  /** What does not exist is no error. */
  deleteOriginals(keys: readonly string[]): Promise<void>;
  deleteCopies(image: string): Promise<void>;
}
