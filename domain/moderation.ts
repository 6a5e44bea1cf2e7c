import type { EventSettings } from "./event.ts";
import type { PhotoReason, PhotoState } from "./photo.ts";

/** What the moderation check of a photo said; `not-checked` when the check failed for good. */
export type ModerationCheck =
  | { readonly kind: "checked"; readonly labels: readonly string[] }
  | { readonly kind: "not-checked" };

/** M3: fine at a ceremony. Names of Rekognition's taxonomy v7, with the parents that come along. */
const fineAtCeremonies: ReadonlySet<string> = new Set([
  "Kissing on the Lips",
  "Bare Back",
  "Alcohol",
  "Alcohol Use",
  "Drinking",
  "Alcoholic Beverages",
  "Non-Explicit Nudity of Intimate parts and Kissing",
]);

export interface Verdict {
  readonly state: PhotoState;
  readonly reason?: PhotoReason;
}

/** M1–M4: what happens to a photo on which faces were read. */
export function verdict(
  event: Pick<EventSettings, "policy" | "moderation">,
  check: ModerationCheck,
): Verdict {
  if (event.policy === "review-first") return { state: "pending", reason: "review-first" };
  if (event.moderation !== "enforce") return { state: "shown" };
  if (check.kind === "not-checked") return { state: "pending", reason: "not-checked" };
  const isFlagged = check.labels.some((label) => !fineAtCeremonies.has(label));
  return isFlagged ? { state: "pending", reason: "flagged" } : { state: "shown" };
}
