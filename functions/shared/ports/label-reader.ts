import type { Label, LabelRules } from "#domain/label";
import type { PictureSource } from "./picture-source.ts";

export type LabelReading =
  | { readonly kind: "read"; readonly labels: readonly Label[] }
  /** Failed for good. */
  | { readonly kind: "not-checked" };

export interface LabelReader {
  /** Fault: `labels-throttled`, worth a retry. */
  readLabels(picture: PictureSource, rules: LabelRules): Promise<LabelReading>;
}
