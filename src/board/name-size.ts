/** How a name is set: `short` large on one line, `long` smaller on up to two. */
export type NameSize = "short" | "long";

/** In widths of a Japanese letter. */
const SHORT = 4;

/** Made once: making one takes longer than all it does. */
const letters = new Intl.Segmenter();

/** By how wide a name is: Japanese, Chinese and Korean letters and emoji count whole, others about half. */
export function nameSize(name: string): NameSize {
  let width = 0;
  for (const { segment } of letters.segment(name)) {
    width += segment < "\u0250" ? 0.58 : 1;
  }
  return width <= SHORT ? "short" : "long";
}
