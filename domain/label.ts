import type { Box } from "./face.ts";

/** A thing or a scene that was recognised on a photo. */
export interface Label {
  /** In Rekognition's words: `Wedding Cake`. */
  readonly name: string;
  /** 0..100 */
  readonly confidence: number;
  /** Where it is seen, one for each; empty for scenes. */
  readonly instances: readonly LabelInstance[];
  /** What it is a kind of: `Cake`, `Food`. */
  readonly parents: readonly string[];
}

export interface LabelInstance {
  readonly box: Box;
  /** 0..100 */
  readonly confidence: number;
}

/** What a host wants to have recognised. */
export interface LabelRules {
  /** 0..100 */
  readonly minConfidence: number;
  readonly most: number;
}

/** L1: those that are sure enough, the surest first, at most so many. */
export function keptLabels(labels: readonly Label[], { minConfidence, most }: LabelRules): readonly Label[] {
  return labels
    .filter(({ confidence }) => confidence >= minConfidence)
    .toSorted((a, b) => b.confidence - a.confidence || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}

/** In Rekognition's words. */
const agesAndGenders: ReadonlySet<string> = new Set(
  `Female,Male,Woman,Man,Girl,Boy,Lady,Gentleman,Teenage Girl,Teenage Boy,Adult,Child,Kid,Toddler,Baby,Newborn,Teen,
Teenager,Senior Citizen,Elderly`.split(/,\s*/),
);

/** P4: what may be kept of labels: also they tell how old and of which gender somebody looks. */
export function keptWithoutAgeAndGender(labels: readonly Label[]): readonly Label[] {
  return labels
    .filter(({ name }) => !agesAndGenders.has(name))
    .map((label) => ({ ...label, parents: label.parents.filter((parent) => !agesAndGenders.has(parent)) }));
}
