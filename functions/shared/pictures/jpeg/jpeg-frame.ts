import type { HuffmanTable } from "./huffman-table.ts";

/** One colour of a JPEG: blocks of 8 × 8 coefficients, line by line. */
export interface JpegComponent {
  readonly id: number;
  /** How many blocks of it, side by side and one above the other, make up a unit. */
  readonly across: number;
  readonly down: number;
  readonly quantizationId: number;
  /** Blocks that hold a part of the picture. */
  readonly blocksWide: number;
  readonly blocksHigh: number;
  /** Blocks in a stored line: whole units. */
  readonly blocksPerLine: number;
  /** 64 per block, in natural order. */
  readonly coefficients: Int16Array;
  quantization: Uint16Array | undefined;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface JpegFrame extends Size {
  readonly isProgressive: boolean;
  readonly unitsWide: number;
  readonly unitsHigh: number;
  readonly mostAcross: number;
  readonly mostDown: number;
  readonly components: readonly JpegComponent[];
}

export interface JpegScan {
  readonly parts: readonly ScanPart[];
  /** The first and the last coefficient of a block that it tells, in zigzag order. */
  readonly from: number;
  readonly to: number;
  /** The bit that was told before, 0 for none, and the one told now. */
  readonly bitBefore: number;
  readonly bit: number;
  /** Units between restart markers; 0 for none. */
  readonly restartInterval: number;
}

export interface ScanPart {
  readonly component: JpegComponent;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
  /** The DC coefficient before this one. */
  previousDc: number;
}

/** From the body of a start-of-frame segment; throws for what is no 8-bit picture of 1, 3 or 4 colours and the promised size. */
export function readFrame(body: Buffer, isProgressive: boolean, promised: Size): JpegFrame {
  const [height, width, colours] = [body.readUInt16BE(1), body.readUInt16BE(3), body.readUInt8(5)];
  if (width !== promised.width || height !== promised.height) throw new Error("not the promised size");
  if (body.readUInt8(0) !== 8 || ![1, 3, 4].includes(colours) || width * height === 0) {
    throw new Error("a JPEG of another kind");
  }
  const shapes = Array.from({ length: colours }, (_, index) => {
    const at = 6 + index * 3;
    const factors = body.readUInt8(at + 1);
    const [across, down] = colours === 1 ? [1, 1] : [factors >> 4, factors & 15];
    if (across < 1 || across > 4 || down < 1 || down > 4) throw new Error("sampling factors out of range");
    return { id: body.readUInt8(at), across, down, quantizationId: body.readUInt8(at + 2) };
  });
  const mostAcross = Math.max(...shapes.map(({ across }) => across));
  const mostDown = Math.max(...shapes.map(({ down }) => down));
  const unitsWide = Math.ceil(width / (8 * mostAcross));
  const unitsHigh = Math.ceil(height / (8 * mostDown));
  const components = shapes.map((shape) => ({
    ...shape,
    blocksWide: Math.ceil((width * shape.across) / (8 * mostAcross)),
    blocksHigh: Math.ceil((height * shape.down) / (8 * mostDown)),
    blocksPerLine: unitsWide * shape.across,
    coefficients: new Int16Array(unitsWide * shape.across * unitsHigh * shape.down * 64),
    quantization: undefined,
  }));
  return { isProgressive, width, height, unitsWide, unitsHigh, mostAcross, mostDown, components };
}
