import { type BlockSize, inverseTransforms } from "./inverse-transform.ts";
import type { JpegComponent } from "./jpeg-frame.ts";

/** The samples of one colour, 0..255, line by line. */
export interface Plane {
  readonly width: number;
  readonly samples: Uint8ClampedArray;
}

const GREY = 128;

/**
 * The inverse transform into blocks of `size` × `size` samples. Fewer than eight leave the finer coefficients out: the same picture,
 * smaller, for a fraction of the work.
 */
export function planeOf(component: JpegComponent, size: BlockSize): Plane {
  const { coefficients, blocksPerLine } = component;
  const width = blocksPerLine * size;
  const samples = new Uint8ClampedArray((coefficients.length / 64) * size * size);
  const paint = painterOf(component, size);
  for (let from = 0, block = 0; from < coefficients.length; from += 64, block += 1) {
    const line = Math.floor(block / blocksPerLine);
    paint(from, samples, line * size * width + (block - line * blocksPerLine) * size, width);
  }
  return { width, samples };
}

/** Paints the block whose coefficients begin at `from` to the place that begins at `at`. */
type Painter = (from: number, samples: Uint8ClampedArray, at: number, width: number) => void;

function painterOf(component: JpegComponent, size: BlockSize): Painter {
  const { coefficients, quantization = new Uint16Array(64) } = component;
  const transform = inverseTransforms[size];
  const values = new Float64Array(size * size);
  return (from, samples, at, width) => {
    let details = 0;
    for (let v = 0, place = 0; v < size; v += 1) {
      for (let u = 0; u < size; u += 1, place += 1) {
        const coefficient = coefficients[from + v * 8 + u] ?? 0;
        if (place > 0) details |= coefficient;
        values[place] = coefficient * (quantization[v * 8 + u] ?? 0);
      }
    }
    const last = at + size * width;
    if (details === 0) {
      const flat = GREY + (values[0] ?? 0) / 8;
      for (let to = at; to < last; to += width) samples.fill(flat, to, to + size);
      return;
    }
    for (let u = 0; u < size; u += 1) transform(values, u, size);
    for (let y = 0; y < size; y += 1) transform(values, y * size, 1);
    for (let to = at, place = 0; to < last; to += width) {
      for (let x = 0; x < size; x += 1, place += 1) samples[to + x] = GREY + (values[place] ?? 0);
    }
  };
}
