import { acFirst, acRefine, dcFirst, dcRefine, type ReadBlock, sequential } from "./read-block.ts";
import { JpegBits } from "./jpeg-bits.ts";
import type { JpegFrame, JpegScan, ScanPart } from "./jpeg-frame.ts";

/**
 * Adds what a scan tells to the coefficients and returns where it ended. Throws when it breaks off or makes no sense.
 */
export function readScan(bytes: Uint8Array, at: number, frame: JpegFrame, scan: JpegScan): number {
  const bits = new JpegBits(bytes, at);
  const readBlock = blockReader(frame, scan);
  const run = { blocksToSkip: 0 };
  const readUnit = unitReader(frame, scan, (part, block) => readBlock(bits, scan, part, block * 64, run));
  const units = unitsOf(frame, scan);
  for (let unit = 0; unit < units; unit += 1) {
    if (scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0) {
      if (!bits.restart()) throw new Error("a restart marker is missing");
      for (const part of scan.parts) part.previousDc = 0;
      run.blocksToSkip = 0;
    }
    readUnit(unit);
    if (bits.isSpent) throw new Error("the picture breaks off");
  }
  return bits.at;
}

function blockReader(frame: JpegFrame, { from, bitBefore }: JpegScan): ReadBlock {
  if (!frame.isProgressive) return sequential;
  if (from === 0) return bitBefore === 0 ? dcFirst : dcRefine;
  return bitBefore === 0 ? acFirst : acRefine;
}

/** A scan of one colour goes block by block and leaves out those that only fill up a unit. */
function unitsOf(frame: JpegFrame, { parts }: JpegScan): number {
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? only.component.blocksWide * only.component.blocksHigh
    : frame.unitsWide * frame.unitsHigh;
}

type ReadAt = (part: ScanPart, block: number) => void;

function unitReader(frame: JpegFrame, { parts }: JpegScan, read: ReadAt): (unit: number) => void {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    const { blocksWide, blocksPerLine } = only.component;
    return (unit) => read(only, Math.floor(unit / blocksWide) * blocksPerLine + (unit % blocksWide));
  }
  return (unit) => {
    const line = Math.floor(unit / frame.unitsWide);
    const column = unit % frame.unitsWide;
    for (const part of parts) {
      const { across, down, blocksPerLine } = part.component;
      for (let y = 0; y < down; y += 1) {
        const first = (line * down + y) * blocksPerLine + column * across;
        for (let x = 0; x < across; x += 1) read(part, first + x);
      }
    }
  };
}
