/** Two decimals are more than a pixel shows, and keep the drawing the same on every machine. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

/** Draws a part of the right half twice: as it is and mirrored at the middle of the face. */
export const bothSides = (part: string): string => `${part}<g transform="scale(-1 1)">${part}</g>`;

/** A small repeatable random source: pictures are the same in every run. Answers 0 ≤ value < 1. */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Repeats a drawing with its own random source. */
export function scatter(
  count: number,
  seed: number,
  draw: (random: () => number, index: number) => string,
): string {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => draw(random, index)).join("");
}
