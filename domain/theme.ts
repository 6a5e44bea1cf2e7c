/** How a board looks: for dim halls, for bright ones. The first is the default. */
export const themes = ["hall-dark", "hall-light"] as const;

export type Theme = (typeof themes)[number];
