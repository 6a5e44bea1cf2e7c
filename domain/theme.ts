/** How a board looks: for dim halls, bright ones, kinds of events, weak eyes. The first is the default. */
export const themes = [
  "hall-dark",
  "hall-light",
  "wedding",
  "coming-of-age",
  "company",
  "high-contrast",
] as const;

export type Theme = (typeof themes)[number];

/** The theme of that name; one that this code does not know is the default. */
export function toTheme(name: string | undefined): Theme {
  return themes.find((known) => known === name) ?? themes[0];
}
