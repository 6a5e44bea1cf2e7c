import type { EventSettings } from "./event.ts";
import { moderationTaxonomy, type Treatment } from "./moderation-taxonomy.ts";
import type { PhotoReason, PhotoState } from "./photo.ts";

/** What the moderation check of a photo said; `not-checked` when the check failed for good. */
export type ModerationCheck =
  | { readonly kind: "checked"; readonly labels: readonly string[] }
  | { readonly kind: "not-checked" };

/** What an event does otherwise than ceremonies usually do, by label; also for everything below the label. */
export type Treatments = Readonly<Record<string, Treatment>>;

export interface Verdict {
  readonly state: PhotoState;
  readonly reason?: PhotoReason;
}

/** M1, M2, M4, M5: what happens to a photo on which faces were read. */
export function verdict(
  event: Pick<EventSettings, "policy" | "moderation"> & { readonly treatments?: Treatments },
  check: ModerationCheck,
): Verdict {
  const isEnforced = event.moderation === "enforce";
  const treatment =
    isEnforced && check.kind === "checked" ? treatmentOf(check.labels, event.treatments) : "ignore";
  if (treatment === "block") return { state: "hidden", reason: "blocked" };
  if (event.policy === "review-first") return { state: "pending", reason: "review-first" };
  if (isEnforced && check.kind === "not-checked") return { state: "pending", reason: "not-checked" };
  return treatment === "review" ? { state: "pending", reason: "flagged" } : { state: "shown" };
}

/**
 * M3: the strictest treatment of what was seen. A label comes with its parents; those say nothing by themselves, so
 * that a kiss is not taken for the group that it stands in.
 */
export function treatmentOf(labels: readonly string[], treatments: Treatments = {}): Treatment {
  const parents = new Set(labels.flatMap((label) => chainOf(label).slice(1)));
  const seen = labels
    .filter((label) => !parents.has(label))
    .map((label) => treatmentOfOne(label, treatments));
  return seen.find((each) => each === "block") ?? seen.find((each) => each === "review") ?? "ignore";
}

/** The event's word counts before the usual, the label's own before its parents'. An unknown label is looked at. */
function treatmentOfOne(label: string, treatments: Treatments): Treatment {
  const chain = chainOf(label);
  const usual = chain.map((name) => moderationTaxonomy.get(name)?.treatment);
  return chain.map((name) => treatments[name]).find(isGiven) ?? usual.find(isGiven) ?? "review";
}

/** The label, its parent and so on. */
function chainOf(label: string): readonly string[] {
  const parent = moderationTaxonomy.get(label)?.parent;
  return parent === undefined ? [label] : [label, ...chainOf(parent)];
}

const isGiven = (treatment: Treatment | undefined): treatment is Treatment => treatment !== undefined;
