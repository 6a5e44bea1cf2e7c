import { type HuffmanTable, huffmanTable } from "./huffman-table.ts";
import { type JpegFrame, type JpegScan, readFrame, type ScanPart, type Size } from "./jpeg-frame.ts";
import { type JpegSegment, segmentFrom } from "./jpeg-segments.ts";
import { zigzag } from "./read-block.ts";
import { readScan } from "./read-scan.ts";

/** A JPEG whose coefficients were read. */
export interface JpegPicture {
  readonly frame: JpegFrame;
  /** What Adobe's segment says: 0 as stored, 1 YCbCr, 2 YCCK; missing without such a segment. */
  readonly adobeTransform: number | undefined;
}

interface Reading {
  frame: JpegFrame | undefined;
  adobeTransform: number | undefined;
  restartInterval: number;
  readonly quantizations: (Uint16Array | undefined)[];
  readonly dc: (HuffmanTable | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
}

// The usual has ten; each of a thousand would visit every block of a large picture for a few bytes.
const MOST_SCANS = 64;
const [DHT, END_OF_IMAGE, START_OF_SCAN, DQT, DRI, APP14] = [0xc4, 0xd9, 0xda, 0xdb, 0xdd, 0xee];

/**
 * ITU T.81, 8 bits, sequential or progressive, of the promised size. Throws a plain error for everything else and for what
 * breaks off.
 */
export function readJpeg(bytes: Buffer, promised: Size): JpegPicture {
  const reading: Reading = {
    frame: undefined,
    adobeTransform: undefined,
    restartInterval: 0,
    quantizations: [],
    dc: [],
    ac: [],
  };
  let scans = 0;
  let segment = segmentFrom(bytes, 2);
  while (segment !== undefined && segment.marker !== END_OF_IMAGE) {
    let { end } = segment;
    if (segment.marker === START_OF_SCAN) {
      scans += 1;
      if (scans > MOST_SCANS) throw new Error("more scans than any camera makes");
      const frame = given(reading.frame);
      end = readScan(bytes, end, frame, scanOf(segment.body, frame, reading));
    } else {
      readSegment(reading, segment, promised);
    }
    segment = segmentFrom(bytes, end);
  }
  const frame = given(reading.frame);
  if (frame.components.some(({ quantization }) => quantization === undefined))
    throw new Error("a scan is missing");
  return { frame, adobeTransform: reading.adobeTransform };
}

function readSegment(reading: Reading, { marker, body }: JpegSegment, promised: Size): void {
  if (marker === DQT) readQuantizations(reading, body);
  else if (marker === DHT) readHuffmanTables(reading, body);
  else if (marker === DRI) reading.restartInterval = body.readUInt16BE(0);
  else if (marker === APP14 && body.length >= 12 && body.toString("latin1", 0, 5) === "Adobe") {
    reading.adobeTransform = body.readUInt8(11);
  } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
    if (marker > 0xc2 || reading.frame !== undefined) throw new Error("a JPEG of another kind");
    reading.frame = readFrame(body, marker === 0xc2, promised);
  }
}

function readQuantizations(reading: Reading, body: Buffer): void {
  for (let at = 0; at < body.length;) {
    const isWide = body.readUInt8(at) >> 4 === 1;
    const table = new Uint16Array(64);
    reading.quantizations[body.readUInt8(at) & 15] = table;
    at += 1;
    for (const place of zigzag) {
      table[place] = isWide ? body.readUInt16BE(at) : body.readUInt8(at);
      at += isWide ? 2 : 1;
    }
  }
}

function readHuffmanTables(reading: Reading, body: Buffer): void {
  for (let at = 0; at < body.length;) {
    const spec = body.readUInt8(at);
    const counts = body.subarray(at + 1, at + 17);
    const values = counts.reduce((sum, count) => sum + count, 0);
    const tables = spec >> 4 === 0 ? reading.dc : reading.ac;
    tables[spec & 15] = huffmanTable(counts, body.subarray(at + 17, at + 17 + values));
    at += 17 + values;
  }
}

function scanOf(body: Buffer, frame: JpegFrame, reading: Reading): JpegScan {
  const count = body.readUInt8(0);
  const parts = Array.from({ length: count }, (_, index): ScanPart => {
    const id = body.readUInt8(1 + index * 2);
    const tables = body.readUInt8(2 + index * 2);
    const component = frame.components.find((each) => each.id === id);
    if (component === undefined) throw new Error("a scan of an unknown colour");
    component.quantization ??= reading.quantizations[component.quantizationId];
    return { component, dc: reading.dc[tables >> 4], ac: reading.ac[tables & 15], previousDc: 0 };
  });
  const at = 1 + count * 2;
  const [from, to, bits] = [body.readUInt8(at), body.readUInt8(at + 1), body.readUInt8(at + 2)];
  if (to > 63 || (bits & 15) > 13) throw new Error("a scan of coefficients that do not exist");
  return { parts, from, to, bitBefore: bits >> 4, bit: bits & 15, restartInterval: reading.restartInterval };
}

function given(frame: JpegFrame | undefined): JpegFrame {
  if (frame === undefined) throw new Error("a JPEG without a frame");
  return frame;
}
