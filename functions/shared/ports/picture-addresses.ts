import type { PhotoKey } from "./ceremony-store.ts";

/** Addresses under which a browser may fetch a photo's private copies for a while. */
export interface PictureAddresses {
  /** Good for half an hour at least, and the same for half an hour. */
  addressesOf(photo: PhotoKey): { readonly display: string; readonly thumbnail: string };
}
