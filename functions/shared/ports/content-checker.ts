import type { ModerationLabel } from "./ceremony-store.ts";

export type ContentCheck =
  | { readonly kind: "checked"; readonly labels: readonly ModerationLabel[] }
  /** Failed for good. */
  | { readonly kind: "not-checked" };

export interface ContentChecker {
  /** Of a stored original, by its key. Fault: `moderation-throttled`, worth a retry. */
  checkContent(original: string): Promise<ContentCheck>;
}
