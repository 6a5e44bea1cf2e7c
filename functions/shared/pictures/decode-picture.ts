import { inflateSync } from "node:zlib";
import png from "@jimp/js-png";
import type { Bitmap } from "./bitmap.ts";
import { decodeJpeg } from "./jpeg/decode-jpeg.ts";
import type { PictureHead } from "./picture-head.ts";

/** More pixels than any phone of today makes; they still fit into the worker's memory. */
const MOST_PIXELS = 50_000_000;

export type DecodedPicture =
  | { readonly kind: "decoded"; readonly bitmap: Bitmap }
  | { readonly kind: "refused"; readonly reason: "unreadable" | "too-large" };

/** Whether decoding fits into the memory, judged before anything is decoded. */
export function isWithinLimits(head: PictureHead): boolean {
  return head.width * head.height * (head.isDeep ? 2 : 1) <= MOST_PIXELS;
}

/**
 * Decodes what the head promises and nothing larger. A picture much larger than `longestSide` (pixels) may come smaller
 * than it is, but never below that.
 */
export function decodePicture(bytes: Buffer, head: PictureHead, longestSide: number): DecodedPicture {
  if (!isWithinLimits(head)) return refused("too-large");
  try {
    if (head.type === "jpeg") return { kind: "decoded", bitmap: decodeJpeg(bytes, head, longestSide) };
    if (head.isInterlaced && isBomb(bytes, head)) return refused("too-large");
    return { kind: "decoded", bitmap: decodePng(bytes) };
  } catch {
    // The decoders throw plain errors for every broken file; which one it was helps nobody.
    return refused("unreadable");
  }
}

const refused = (reason: "unreadable" | "too-large"): DecodedPicture => ({ kind: "refused", reason });

function decodePng(bytes: Buffer): Bitmap {
  const { width, height, data } = png().decode(bytes);
  return { width, height, channels: 4, pixels: data };
}

/** pngjs inflates an interlaced picture without a limit, so its true size is found out first. */
function isBomb(bytes: Buffer, head: PictureHead): boolean {
  const chunks: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      chunks.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const bytesPerPixel = head.isDeep ? 8 : 4;
  // Seven passes, each line with one more byte for its filter.
  const most = head.width * head.height * bytesPerPixel + 14 * (head.width + head.height) + 1_024;
  try {
    inflateSync(Buffer.concat(chunks), { maxOutputLength: most });
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
