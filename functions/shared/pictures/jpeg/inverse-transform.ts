/** How many samples a block gets on each side. */
export type BlockSize = 1 | 2 | 4 | 8;

/** Turns that many coefficients into samples, in their places: the first `at`, each `step` behind the one before. */
export type InverseTransform = (values: Float64Array, at: number, step: number) => void;

const wave = (sixteenths: number): number => Math.cos((sixteenths * Math.PI) / 16) / 2;
const FLAT = wave(4);
const [C1, C2, C3, C5, C6, C7] = [wave(1), wave(2), wave(3), wave(5), wave(6), wave(7)];

const one: InverseTransform = (values, at) => {
  values[at] = FLAT * (values[at] ?? 0);
};

const two: InverseTransform = (values, at, step) => {
  const even = FLAT * (values[at] ?? 0);
  const odd = FLAT * (values[at + step] ?? 0);
  values[at] = even + odd;
  values[at + step] = even - odd;
};

/** Even waves are the same on both sides of the middle, odd ones are opposite: half of the work. */
const four: InverseTransform = (values, at, step) => {
  const flat = FLAT * (values[at] ?? 0);
  const first = values[at + step] ?? 0;
  const second = FLAT * (values[at + 2 * step] ?? 0);
  const third = values[at + 3 * step] ?? 0;
  const outer = C2 * first + C6 * third;
  const inner = C6 * first - C2 * third;
  values[at] = flat + second + outer;
  values[at + step] = flat - second + inner;
  values[at + 2 * step] = flat - second - inner;
  values[at + 3 * step] = flat + second - outer;
};

const eight: InverseTransform = (values, at, step) => {
  const flat = FLAT * (values[at] ?? 0);
  const first = values[at + step] ?? 0;
  const second = values[at + 2 * step] ?? 0;
  const third = values[at + 3 * step] ?? 0;
  const fourth = FLAT * (values[at + 4 * step] ?? 0);
  const fifth = values[at + 5 * step] ?? 0;
  const sixth = values[at + 6 * step] ?? 0;
  const seventh = values[at + 7 * step] ?? 0;
  const outer = C2 * second + C6 * sixth;
  const inner = C6 * second - C2 * sixth;
  let even = flat + fourth + outer;
  let odd = C1 * first + C3 * third + C5 * fifth + C7 * seventh;
  values[at] = even + odd;
  values[at + 7 * step] = even - odd;
  even = flat - fourth + inner;
  odd = C3 * first - C7 * third - C1 * fifth - C5 * seventh;
  values[at + step] = even + odd;
  values[at + 6 * step] = even - odd;
  even = flat - fourth - inner;
  odd = C5 * first - C1 * third + C7 * fifth + C3 * seventh;
  values[at + 2 * step] = even + odd;
  values[at + 5 * step] = even - odd;
  even = flat + fourth - outer;
  odd = C7 * first - C5 * third + C3 * fifth - C1 * seventh;
  values[at + 3 * step] = even + odd;
  values[at + 4 * step] = even - odd;
};

export const inverseTransforms: Readonly<Record<BlockSize, InverseTransform>> = {
  1: one,
  2: two,
  4: four,
  8: eight,
};
