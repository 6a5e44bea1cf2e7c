import type { JpegBits } from "./jpeg-bits.ts";

/** For every 16 bits that may come next: the code's length (high byte) and its value (low byte); 0 is no code. */
export type HuffmanTable = Uint16Array;

const MOST_BITS = 16;

/** `counts[n]` codes have n + 1 bits; their values follow one another in `values`. */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const table = new Uint16Array(1 << MOST_BITS);
  let from = 0;
  let index = 0;
  for (const [shorter, count] of counts.entries()) {
    const bits = shorter + 1;
    const width = 1 << (MOST_BITS - bits);
    for (let code = 0; code < count; code += 1) {
      if (from + width > table.length) throw new Error("more Huffman codes than there is room for");
      table.fill((bits << 8) | (values[index] ?? 0), from, from + width);
      from += width;
      index += 1;
    }
  }
  return table;
}

export function nextSymbol(bits: JpegBits, table: HuffmanTable): number {
  const entry = table[bits.peek16()] ?? 0;
  if (entry === 0) throw new Error("no such Huffman code");
  bits.skip(entry >> 8);
  return entry & 0xff;
}
