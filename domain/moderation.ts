import { bannedWordsIn } from "./banned-word.ts";
import type { EventRules } from "./event-rules.ts";
import type { EventSettings } from "./event.ts";
import { moderationTaxonomy, type Treatment } from "./moderation-taxonomy.ts";
import type { PhotoState } from "./photo.ts";

/** What the moderation check of a photo said; `not-checked` when the check failed for good. */
export type ModerationCheck =
  | { readonly kind: "checked"; readonly labels: readonly string[] }
  | { readonly kind: "not-checked" };

/** What an event does otherwise than ceremonies usually do, by label; also for everything below the label. */
export type Treatments = Readonly<Record<string, Treatment>>;

/** T1: what reading the text of a photo gave; missing when the event has no banned words. */
export type TextCheck =
  | { readonly kind: "read"; readonly lines: readonly string[] }
  | { readonly kind: "not-checked" };

/** Why moderation keeps a photo from being shown. It is kept with the photo: later rules do not judge it anew. */
export const concerns = ["blocked", "review-first", "banned-word", "not-checked", "flagged"] as const;
export type Concern = (typeof concerns)[number];

/** M6: what a host says of a photo. */
export const hostWords = ["show", "hide"] as const;
export type HostWord = (typeof hostWords)[number];

/** M1, M2, M4, M5, T1, T2: what stands against a photo on which something was read. */
export function concernOf(
  event: Pick<EventSettings, "policy" | "moderation"> & {
    readonly rules: Pick<EventRules, "treatments" | "bannedWords">;
  },
  check: ModerationCheck,
  text?: TextCheck,
): Concern | undefined {
  const { treatments, bannedWords } = event.rules;
  const isEnforced = event.moderation === "enforce";
  const treatment = isEnforced && check.kind === "checked" ? treatmentOf(check.labels, treatments) : "ignore";
  if (treatment === "block") return "blocked";
  if (event.policy === "review-first") return "review-first";
  if (text?.kind === "read" && bannedWordsIn(text.lines, bannedWords).length > 0) return "banned-word";
  if (isEnforced && (check.kind === "not-checked" || text?.kind === "not-checked")) return "not-checked";
  return treatment === "review" ? "flagged" : undefined;
}

/** What a photo is while this stands against it. */
export function stateUnder(concern: Concern | undefined): Exclude<PhotoState, "removed"> {
  if (concern === undefined) return "shown";
  return concern === "blocked" ? "hidden" : "pending";
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
