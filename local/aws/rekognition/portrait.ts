import sharp from "sharp";
import type { Picture } from "./picture.ts";
import type { Box } from "./reading.ts";
import type { Tile } from "./tiles.ts";

/** RGB pixels of the nets' input size. */
export const PORTRAIT_SIDE = 224;
const SHARPNESS_SIDE = 128;
const MARGIN = 1.1; // measured: wider crops turn surprise into fear and neutral into sad

export interface Portrait {
  readonly pixels: Buffer;
  /** Mean luma, 0..255. */
  readonly luma: number;
  readonly laplacianSpread: number;
}

/** The face cut out of the picture as a square; what lies outside the picture is black. */
export async function cutPortrait(picture: Picture, box: Box): Promise<Portrait> {
  const square = squareAround(picture, box);
  const cut = cutOut(picture, square);
  const shape = { raw: { width: square.width, height: square.height, channels: 3 } } as const;
  const fit = { fit: "contain", background: "#000000" } as const;
  const [pixels, grey] = await Promise.all([
    sharp(cut, shape).resize(PORTRAIT_SIDE, PORTRAIT_SIDE, fit).raw().toBuffer(),
    sharp(cut, shape)
      .resize(SHARPNESS_SIDE, SHARPNESS_SIDE, { fit: "fill" })
      .toColourspace("b-w")
      .raw()
      .toBuffer(),
  ]);
  return { pixels, luma: mean(grey), laplacianSpread: laplacianSpread(grey, SHARPNESS_SIDE) };
}

/** Row by row: quicker than a library's pipeline for a few thousand pixels. */
function cutOut({ pixels, width: pictureWidth }: Picture, { left, top, width, height }: Tile): Buffer {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = ((top + row) * pictureWidth + left) * 3;
    return pixels.subarray(start, start + width * 3);
  });
  return Buffer.concat(rows);
}

function squareAround({ width, height }: Picture, box: Box): Tile {
  const side = MARGIN * Math.max(box.width * width, box.height * height);
  const centreX = (box.left + box.width / 2) * width;
  const centreY = (box.top + box.height / 2) * height;
  const left = Math.max(0, Math.round(centreX - side / 2));
  const top = Math.max(0, Math.round(centreY - side / 2));
  const right = Math.min(width, Math.round(centreX + side / 2));
  const bottom = Math.min(height, Math.round(centreY + side / 2));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function mean(grey: Uint8Array): number {
  return grey.reduce((sum, value) => sum + value, 0) / grey.length;
}

function laplacianSpread(grey: Uint8Array, side: number): number {
  const at = (index: number): number => grey[index] ?? 0;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      const i = y * side + x;
      const value = at(i - 1) + at(i + 1) + at(i - side) + at(i + side) - 4 * at(i);
      sum += value;
      squares += value * value;
      count++;
    }
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
