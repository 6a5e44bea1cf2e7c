import { type HuffmanTable, nextSymbol } from "./huffman-table.ts";
import type { JpegBits } from "./jpeg-bits.ts";
import type { JpegScan, ScanPart } from "./jpeg-frame.ts";

/** Reads one block of a scan into the component's coefficients from `at` on. ITU T.81, F.2 and G.2. */
export type ReadBlock = (
  bits: JpegBits,
  scan: JpegScan,
  part: ScanPart,
  at: number,
  run: { blocksToSkip: number },
) => void;

/** Where in a block, line by line, each coefficient of the zigzag stands. */
export const zigzag = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]);
const END_OF_BLOCK = 0;
const SIXTEEN_ZEROS = 15;

export const sequential: ReadBlock = (bits, _scan, part, at) => {
  const { coefficients } = part.component;
  const ac = given(part.ac);
  coefficients[at] = nextDc(bits, part);
  for (let k = 1; k < 64; k += 1) {
    const symbol = nextSymbol(bits, ac);
    if (symbol === END_OF_BLOCK) return;
    k += symbol >> 4;
    if (k > 63) throw new Error("a block has more than 64 coefficients");
    coefficients[at + (zigzag[k] ?? 0)] = bits.readSigned(symbol & 15);
  }
};

export const dcFirst: ReadBlock = (bits, scan, part, at) => {
  part.component.coefficients[at] = nextDc(bits, part) * (1 << scan.bit);
};

export const dcRefine: ReadBlock = (bits, scan, part, at) => {
  const { coefficients } = part.component;
  coefficients[at] = (coefficients[at] ?? 0) | (bits.read(1) << scan.bit);
};

export const acFirst: ReadBlock = (bits, scan, part, at, run) => {
  if (run.blocksToSkip > 0) {
    run.blocksToSkip -= 1;
    return;
  }
  const { coefficients } = part.component;
  const ac = given(part.ac);
  for (let k = scan.from; k <= scan.to; k += 1) {
    const symbol = nextSymbol(bits, ac);
    const zeros = symbol >> 4;
    const size = symbol & 15;
    if (size === 0 && zeros < SIXTEEN_ZEROS) {
      run.blocksToSkip = (1 << zeros) + bits.read(zeros) - 1;
      return;
    }
    k += zeros;
    if (k > 63) throw new Error("a block has more than 64 coefficients");
    coefficients[at + (zigzag[k] ?? 0)] = bits.readSigned(size) * (1 << scan.bit);
  }
};

export const acRefine: ReadBlock = (bits, scan, part, at, run) => {
  const { coefficients } = part.component;
  const ac = given(part.ac);
  const one = 1 << scan.bit;
  let k = scan.from;
  while (run.blocksToSkip === 0 && k <= scan.to) {
    const symbol = nextSymbol(bits, ac);
    const zeros = symbol >> 4;
    const size = symbol & 15;
    if (size === 0 && zeros < SIXTEEN_ZEROS) {
      run.blocksToSkip = (1 << zeros) + bits.read(zeros);
      break;
    }
    const value = size === 0 ? 0 : bits.read(1) === 1 ? one : -one;
    k = refineOver(bits, scan, coefficients, at, k, zeros);
    if (value !== 0 && k <= scan.to) coefficients[at + (zigzag[k] ?? 0)] = value;
    k += 1;
  }
  if (run.blocksToSkip === 0) return;
  refineOver(bits, scan, coefficients, at, k, 64);
  run.blocksToSkip -= 1;
};

/** Gives each known coefficient from `k` on its next bit, and returns the zero one behind `zeros` others. */
function refineOver(
  bits: JpegBits,
  scan: JpegScan,
  coefficients: Int16Array,
  at: number,
  k: number,
  zeros: number,
): number {
  const one = 1 << scan.bit;
  for (; k <= scan.to; k += 1) {
    const place = at + (zigzag[k] ?? 0);
    const known = coefficients[place] ?? 0;
    if (known === 0) {
      if (zeros === 0) return k;
      zeros -= 1;
    } else if (bits.read(1) === 1) {
      coefficients[place] = known > 0 ? known + one : known - one;
    }
  }
  return k;
}

function nextDc(bits: JpegBits, part: ScanPart): number {
  const size = nextSymbol(bits, given(part.dc));
  if (size > 15) throw new Error("a DC coefficient is too large");
  part.previousDc += bits.readSigned(size);
  return part.previousDc;
}

function given(table: HuffmanTable | undefined): HuffmanTable {
  if (table === undefined) throw new Error("a Huffman table is missing");
  return table;
}
