import type { EventSettings } from "./event.ts";
import type { PhotoReason, PhotoState } from "./photo.ts";

/** What the moderation check of a photo said; `not-checked` when the check failed for good. */
export type ModerationCheck =
  | { readonly kind: "checked"; readonly labels: readonly string[] }
  | { readonly kind: "not-checked" };

const INTIMATE = "Non-Explicit Nudity of Intimate parts and Kissing";

/**
 * M3: fine at a ceremony. Names of Rekognition's taxonomy v7, each with the parents that come along with it: those
 * excuse nothing by themselves.
 */
const fineAtCeremonies: ReadonlyMap<string, readonly string[]> = new Map([
  ["Kissing on the Lips", [INTIMATE]],
  ["Bare Back", ["Non-Explicit Nudity", INTIMATE]],
  ["Alcohol", []],
  ["Alcohol Use", []],
  ["Drinking", []],
  ["Alcoholic Beverages", []],
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
  const fine = new Set(check.labels.flatMap(fineWith));
  const isFlagged = check.labels.some((label) => !fine.has(label));
  return isFlagged ? { state: "pending", reason: "flagged" } : { state: "shown" };
}

/** A label that is fine, and its parents; nothing for any other. */
function fineWith(label: string): readonly string[] {
  const parents = fineAtCeremonies.get(label);
  return parents === undefined ? [] : [label, ...parents];
}
