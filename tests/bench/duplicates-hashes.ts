import type { Bitmap } from "../../functions/shared/pictures/bitmap.ts";
import { lookHashOf } from "../../functions/shared/pictures/look-hash.ts";
import { shrinkTo } from "../../functions/shared/pictures/shrink.ts";

export interface Hash {
  readonly name: string;
  readonly of: (upright: Bitmap) => string;
}

/** Ours first; the others are what it was chosen from (docs/decisions/0009). 64 bits each. */
export const hashes: readonly Hash[] = [
  { name: "64 coarsest waves", of: lookHashOf },
  { name: "waves of 8 × 8 (pHash)", of: waveHash },
  { name: "steps to the right (dHash)", of: stepHash },
  { name: "brighter than most (block mean)", of: brightHash },
];

function waveHash(upright: Bitmap): string {
  const side = 32;
  const grey = greyOf(upright, side, side);
  const wave = (u: number, x: number): number => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * side));
  const strengths = Array.from({ length: 64 }, (_, index) =>
    grey.reduce(
      (sum, value, at) =>
        sum + value * wave(index % 8, at % side) * wave(Math.floor(index / 8), Math.floor(at / side)),
      0,
    ),
  );
  const middle = middleOf(strengths.slice(1));
  return hex(strengths.map((strength) => strength > middle));
}

function stepHash(upright: Bitmap): string {
  const grey = greyOf(upright, 9, 8);
  return hex(grey.flatMap((value, at) => (at % 9 === 8 ? [] : [(grey[at + 1] ?? 0) > value])));
}

function brightHash(upright: Bitmap): string {
  const grey = greyOf(upright, 8, 8);
  const middle = middleOf(grey);
  return hex(grey.map((value) => value > middle));
}

function greyOf(upright: Bitmap, width: number, height: number): readonly number[] {
  const { pixels } = shrinkTo(upright, width, height);
  return Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const hex = (bits: readonly boolean[]): string =>
  bits
    .reduce((number, bit) => (number << 1n) | (bit ? 1n : 0n), 0n)
    .toString(16)
    .padStart(16, "0");
