import type { PictureSource } from "./picture-source.ts";

export type TextReading =
  | { readonly kind: "read"; readonly lines: readonly string[] }
  /** Failed for good. */
  | { readonly kind: "not-checked" };

export interface TextReader {
  /** The lines of writing in a picture, from top to bottom. Fault: `text-throttled`, worth a retry. */
  readText(picture: PictureSource): Promise<TextReading>;
}
