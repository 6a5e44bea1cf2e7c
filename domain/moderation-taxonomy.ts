/** What a ceremony does about a moderation label. */
export type Treatment = "block" | "review" | "ignore";

/** A label of Rekognition's moderation taxonomy, version 7. */
export interface TaxonomyLabel {
  /** Missing at the top level. */
  readonly parent?: string;
  /** M3: what a ceremony usually does; missing: as its parent. */
  readonly treatment?: Treatment;
}

const tops: Readonly<Record<string, Treatment>> = {
  Explicit: "block",
  "Non-Explicit Nudity of Intimate parts and Kissing": "review",
  "Swimwear or Underwear": "review",
  Violence: "block",
  "Visually Disturbing": "block",
  "Drugs & Tobacco": "block",
  Alcohol: "ignore",
  "Rude Gestures": "block",
  Gambling: "review",
  "Hate Symbols": "block",
};

/** Children of a label; a treatment only where it differs from the parent's. */
const families: readonly (readonly [parent: string, children: readonly string[]])[] = [
  ["Explicit", ["Explicit Nudity", "Explicit Sexual Activity", "Sex Toys"]],
  [
    "Explicit Nudity",
    [
      "Exposed Male Genitalia",
      "Exposed Female Genitalia",
      "Exposed Buttocks or Anus",
      "Exposed Female Nipple",
    ],
  ],
  [
    "Non-Explicit Nudity of Intimate parts and Kissing",
    ["Non-Explicit Nudity", "Obstructed Intimate Parts", "Kissing on the Lips"],
  ],
  [
    "Non-Explicit Nudity",
    [
      "Bare Back",
      "Exposed Male Nipple",
      "Partially Exposed Buttocks",
      "Partially Exposed Female Breast",
      "Implied Nudity",
    ],
  ],
  ["Obstructed Intimate Parts", ["Obstructed Female Nipple", "Obstructed Male Genitalia"]],
  ["Swimwear or Underwear", ["Female Swimwear or Underwear", "Male Swimwear or Underwear"]],
  ["Violence", ["Weapons", "Graphic Violence"]],
  [
    "Graphic Violence",
    ["Weapon Violence", "Physical Violence", "Self-Harm", "Blood & Gore", "Explosions and Blasts"],
  ],
  ["Visually Disturbing", ["Death and Emaciation", "Crashes"]],
  ["Death and Emaciation", ["Emaciated Bodies", "Corpses"]],
  ["Crashes", ["Air Crash"]],
  ["Drugs & Tobacco", ["Products", "Drugs & Tobacco Paraphernalia & Use"]],
  ["Products", ["Pills"]],
  ["Drugs & Tobacco Paraphernalia & Use", ["Smoking"]],
  ["Alcohol", ["Alcohol Use", "Alcoholic Beverages"]],
  ["Alcohol Use", ["Drinking"]],
  ["Rude Gestures", ["Middle Finger"]],
  ["Hate Symbols", ["Nazi Party", "White Supremacy", "Extremist"]],
];

/** Fine, or worth a look, at a ceremony although the parent is not: a kiss, an open dress, a knife in a cake. */
const exemptions: Readonly<Record<string, Treatment>> = {
  "Kissing on the Lips": "ignore",
  "Bare Back": "ignore",
  Weapons: "review",
  Smoking: "review",
  Products: "review",
};

/** By name. The names are Rekognition's own. */
export const moderationTaxonomy: ReadonlyMap<string, TaxonomyLabel> = new Map<string, TaxonomyLabel>([
  ...Object.entries(tops).map(([name, treatment]) => [name, { treatment }] as const),
  ...families.flatMap(([parent, children]) =>
    children.map((name) => {
      const treatment = exemptions[name];
      return [name, { parent, ...(treatment !== undefined && { treatment }) }] as const;
    }),
  ),
]);
