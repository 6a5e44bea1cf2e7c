import type { ModerationLabel } from "./ceremony-store.ts";
import type { PictureSource } from "./picture-source.ts";

export type ContentCheck =
  | { readonly kind: "checked"; readonly labels: readonly ModerationLabel[] }
  /** Failed for good. */
  | { readonly kind: "not-checked" };

export interface ContentChecker {
  /** Fault: `moderation-throttled`, worth a retry. */
  checkContent(picture: PictureSource): Promise<ContentCheck>;
}
