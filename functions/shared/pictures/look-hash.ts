import type { Bitmap } from "./bitmap.ts";
import { shrinkTo } from "./shrink.ts";

const SIDE = 32;
const BITS = 64;

/**
 * What an upright picture looks like, in 64 bits (16 hexadecimal digits): which of its 64 coarsest waves are stronger than most. Pictures
 * that look alike differ in few bits, whatever their size, quality and brightness.
 */
export function lookHashOf(upright: Bitmap): string {
  const strengths = strengthsOf(brightnessOf(upright));
  const middle = strengths.toSorted()[BITS / 2] ?? 0;
  let bits = 0n;
  for (const strength of strengths) bits = (bits << 1n) | (strength >= middle ? 1n : 0n);
  return bits.toString(16).padStart(BITS / 4, "0");
}

/** ITU-R BT.601, line by line. */
function brightnessOf(upright: Bitmap): Float64Array {
  const { pixels } = shrinkTo(upright, SIDE, SIDE);
  return Float64Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index * 4, index * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

/** The waves of a cosine transform, coarsest first, without the one that only tells how bright everything is. */
const waves = Array.from({ length: 12 * 12 }, (_, index) => ({
  across: index % 12,
  down: Math.floor(index / 12),
}))
  .toSorted((a, b) => a.across + a.down - b.across - b.down)
  .slice(1, BITS + 1);

const cosines = Array.from({ length: 12 }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_place, x) => Math.cos(((2 * x + 1) * wave * Math.PI) / (2 * SIDE))),
);

function strengthsOf(brightness: Float64Array): Float64Array {
  return Float64Array.from(waves, ({ across, down }) => {
    const horizontal = cosines[across] ?? [];
    const vertical = cosines[down] ?? [];
    return brightness.reduce(
      (sum, value, index) =>
        sum + value * (horizontal[index % SIDE] ?? 0) * (vertical[Math.floor(index / SIDE)] ?? 0),
      0,
    );
  });
}
