import type { Picture } from "./picture.ts";
import type { Box } from "./reading.ts";

/** RGB pixels of the nets' input size. */
export const PORTRAIT_SIDE = 224;
const GREY_SIDE = PORTRAIT_SIDE / 2;
const MARGIN = 1.1; // measured: wider crops turn surprise into fear and neutral into sad

export interface Portrait {
  readonly pixels: Uint8Array;
  /** Mean luma, 0..255. */
  readonly luma: number;
  readonly laplacianSpread: number;
}

/** A square of the picture, in its pixels; it may reach beyond the edges. */
interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** The face cut out of the picture as a square; what lies outside the picture is black. */
export function cutPortrait(picture: Picture, box: Box): Portrait {
  const square = squareAround(picture, box);
  const pixels = cutOut(picture, square);
  const grey = greyOf(pixels);
  const shown = {
    across: shownOf(square.left, square.side, picture.width),
    down: shownOf(square.top, square.side, picture.height),
  };
  return { pixels, luma: mean(grey, shown), laplacianSpread: laplacianSpread(grey, shown) };
}

function squareAround({ width, height }: Picture, box: Box): Square {
  const side = Math.max(1, MARGIN * Math.max(box.width * width, box.height * height));
  const left = (box.left + box.width / 2) * width - side / 2;
  const top = (box.top + box.height / 2) * height - side / 2;
  return { left, top, side };
}

/**
 * Each pixel is what lies between its four neighbours, or the mean of several such places where the square is much larger.
 * A library's pipeline takes three times as long for so few pixels.
 */
function cutOut(picture: Picture, { left, top, side }: Square): Uint8Array {
  const each = Math.ceil(side / PORTRAIT_SIDE / 2);
  const columns = placesOf(left, side, each, picture.width);
  const cut = new Uint8Array(PORTRAIT_SIDE * PORTRAIT_SIDE * 3);
  const sums = new Float32Array(PORTRAIT_SIDE * 3);
  for (const [index, line] of placesOf(top, side, each, picture.height).entries()) {
    if (line !== undefined) addLine(picture, line, columns, sums);
    if (index % each < each - 1) continue;
    const from = Math.floor(index / each) * sums.length;
    for (let at = 0; at < sums.length; at += 1) cut[from + at] = (sums[at] ?? 0) / (each * each) + 0.5;
    sums.fill(0);
  }
  return cut;
}

function addLine(
  { pixels, width }: Picture,
  line: Place,
  columns: readonly (Place | undefined)[],
  sums: Float32Array,
): void {
  const each = columns.length / PORTRAIT_SIDE;
  const [upper, lower] = [line.before * width * 3, line.after * width * 3];
  for (let step = 0; step < columns.length; step += 1) {
    const column = columns[step];
    if (column === undefined) continue;
    const to = Math.floor(step / each) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const near = column.before * 3 + channel;
      const far = column.after * 3 + channel;
      const above = between(pixels[upper + near] ?? 0, pixels[upper + far] ?? 0, column.share);
      const below = between(pixels[lower + near] ?? 0, pixels[lower + far] ?? 0, column.share);
      sums[to + channel] = (sums[to + channel] ?? 0) + between(above, below, line.share);
    }
  }
}

const between = (a: number, b: number, share: number): number => a + (b - a) * share;

/** Between which two pixels of a line a place is, and how near to the second. */
interface Place {
  readonly before: number;
  readonly after: number;
  readonly share: number;
}

/** `each` places for every pixel of the portrait; `undefined` outside the picture's `length`. */
function placesOf(start: number, side: number, each: number, length: number): readonly (Place | undefined)[] {
  const steps = PORTRAIT_SIDE * each;
  return Array.from({ length: steps }, (_, step) => {
    const place = start + ((step + 0.5) * side) / steps - 0.5;
    if (place < -0.5 || place > length - 0.5) return undefined;
    const before = Math.floor(place);
    return {
      before: Math.max(0, before),
      after: Math.min(length - 1, before + 1),
      share: place - before,
    };
  });
}

/** ITU-R BT.601, half as large. */
function greyOf(pixels: Uint8Array): Float32Array {
  const luma = (at: number): number =>
    0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
  const grey = new Float32Array(GREY_SIDE * GREY_SIDE);
  const line = PORTRAIT_SIDE * 3;
  for (let y = 0; y < GREY_SIDE; y += 1) {
    for (let x = 0; x < GREY_SIDE; x += 1) {
      const at = y * 2 * line + x * 6;
      grey[y * GREY_SIDE + x] = (luma(at) + luma(at + 3) + luma(at + line) + luma(at + line + 3)) / 4;
    }
  }
  return grey;
}

/** From which to which pixel the grey copy shows the picture and no black. */
type Stretch = readonly [from: number, to: number];

function shownOf(start: number, side: number, length: number): Stretch {
  const scale = GREY_SIDE / side;
  const from = Math.max(0, Math.ceil(-start * scale));
  return [from, Math.max(from + 1, Math.min(GREY_SIDE, Math.floor((length - start) * scale)))];
}

interface Shown {
  readonly across: Stretch;
  readonly down: Stretch;
}

function mean(grey: Float32Array, { across: [left, right], down: [top, bottom] }: Shown): number {
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) sum += grey[y * GREY_SIDE + x] ?? 0;
  }
  return sum / ((right - left) * (bottom - top));
}

function laplacianSpread(grey: Float32Array, { across: [left, right], down: [top, bottom] }: Shown): number {
  const at = (index: number): number => grey[index] ?? 0;
  let sum = 0;
  let squares = 0;
  for (let y = top + 1; y < bottom - 1; y += 1) {
    for (let x = left + 1; x < right - 1; x += 1) {
      const i = y * GREY_SIDE + x;
      const value = at(i - 1) + at(i + 1) + at(i - GREY_SIDE) + at(i + GREY_SIDE) - 4 * at(i);
      sum += value;
      squares += value * value;
    }
  }
  const count = Math.max(1, (right - left - 2) * (bottom - top - 2));
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
