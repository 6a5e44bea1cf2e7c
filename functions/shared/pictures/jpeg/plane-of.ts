import type { JpegComponent } from "./jpeg-frame.ts";

/** The samples of one colour, 0..255, line by line. */
export interface Plane {
  readonly width: number;
  readonly samples: Uint8ClampedArray;
}

/** How many samples a block gets on each side. */
export type BlockSize = 1 | 2 | 4 | 8;

/**
 * The inverse transform into blocks of `size` × `size` samples. Fewer than eight leave the finer coefficients out: the same picture,
 * smaller, for a fraction of the work.
 */
export function planeOf(component: JpegComponent, size: BlockSize): Plane {
  const { coefficients, blocksPerLine, quantization = new Uint16Array(64) } = component;
  const blocks = coefficients.length / 64;
  const width = blocksPerLine * size;
  const samples = new Uint8ClampedArray(blocks * size * size);
  const transform = inverse(size);
  for (let block = 0; block < blocks; block += 1) {
    const line = Math.floor(block / blocksPerLine);
    const at = line * size * width + (block - line * blocksPerLine) * size;
    transform(coefficients, block * 64, quantization, samples, at, width);
  }
  return { width, samples };
}

type Inverse = (
  coefficients: Int16Array,
  from: number,
  quantization: Uint16Array,
  samples: Uint8ClampedArray,
  at: number,
  width: number,
) => void;

const GREY = 128;

function inverse(size: BlockSize): Inverse {
  const waves = wavesOf(size);
  const columns = new Float64Array(size * size);
  return (coefficients, from, quantization, samples, at, width) => {
    columns.fill(0);
    let used = 0;
    for (let u = 0; u < size; u += 1) {
      for (let v = 0; v < size; v += 1) {
        const coefficient = coefficients[from + v * 8 + u] ?? 0;
        if (coefficient === 0) continue;
        used = u + 1;
        const strength = coefficient * (quantization[v * 8 + u] ?? 0);
        for (let y = 0; y < size; y += 1) {
          columns[y * size + u] = (columns[y * size + u] ?? 0) + strength * (waves[y * size + v] ?? 0);
        }
      }
    }
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        let sample = GREY;
        for (let u = 0; u < used; u += 1) sample += (columns[y * size + u] ?? 0) * (waves[x * size + u] ?? 0);
        samples[at + y * width + x] = sample;
      }
    }
  };
}

/** How strong wave `u` is at place `x`, at `x * size + u`. The factors are those of a block of eight in every size. */
function wavesOf(size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, index) => {
    const [x, u] = [Math.floor(index / size), index % size];
    return u === 0 ? Math.SQRT1_2 / 2 : Math.cos(((2 * x + 1) * u * Math.PI) / (2 * size)) / 2;
  });
}
