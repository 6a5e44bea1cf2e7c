/** Where a picture to be read lies: a stored original by its key, or at hand. */
export type PictureSource =
  | { readonly kind: "stored"; readonly key: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };
