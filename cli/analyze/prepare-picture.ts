import { readFile } from "node:fs/promises";
import {
  type PictureHead,
  pictureTypeOf,
  readPictureHead,
} from "../../functions/shared/pictures/picture-head.ts";
import { upright } from "./upright.ts";

/** Of the upright picture, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture as it may be sent, or why it may not. */
export type Prepared =
  | {
      readonly kind: "ready";
      readonly bytes: Uint8Array;
      /** Of the file's picture, also when a smaller one is sent. */
      readonly size: Size;
      /** What is sent instead, because the file is too large. */
      readonly scaled?: Size & { readonly sizeBytes: number };
    }
  | { readonly kind: "unreadable"; readonly why: string };

// Rekognition's limits for bytes in a request, and for the sides of a picture whose labels are read.
const MOST_BYTES = 5_242_880;
const MOST_SIDE = 10_000;
const LEAST_SIDE = 80;

/** From a file to the bytes of a request. */
export async function preparePicture(path: string): Promise<Prepared> {
  const bytes = await readFile(path).catch((error: unknown) => String(error));
  if (typeof bytes === "string") return unreadable(`The file cannot be opened (${bytes}).`);
  const type = pictureTypeOf(bytes);
  if (type === undefined) return unreadable(whatElse(bytes));
  const head = readPictureHead(bytes, type);
  if (head === undefined) return unreadable("The file breaks off before its picture begins.");
  if (Math.min(head.width, head.height) < LEAST_SIDE) {
    return unreadable(
      `${head.width}×${head.height} pixels are too few: each side needs at least ${LEAST_SIDE}.`,
    );
  }
  const size = uprightSize(head);
  if (bytes.length <= MOST_BYTES && Math.max(head.width, head.height) <= MOST_SIDE) {
    return { kind: "ready", bytes, size };
  }
  return scaleDown(bytes, size);
}

const unreadable = (why: string): Prepared => ({ kind: "unreadable", why });

function uprightSize({ width, height, orientation }: PictureHead): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** Upright and as large as fits; the first of these is enough for all but the noisiest pictures. */
async function scaleDown(bytes: Buffer, size: Size): Promise<Prepared> {
  for (const side of [4096, 3072, 2048, 1280]) {
    const scaled = await upright(bytes, { failOn: "error" })
      .resize(side, side, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true })
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    if (typeof scaled === "string") return unreadable(`The picture is broken (${scaled}).`);
    const { data, info } = scaled;
    if (Math.min(info.width, info.height) < LEAST_SIDE) break;
    if (data.length <= MOST_BYTES) {
      const sent = { width: info.width, height: info.height, sizeBytes: data.length };
      return { kind: "ready", bytes: data, size, scaled: sent };
    }
  }
  return unreadable(`${size.width}×${size.height} pixels cannot be made small enough to be read.`);
}

const kinds: readonly (readonly [name: string, beginsLike: RegExp])[] = [
  ["HEIC", /^....ftyp(heic|heix|hevc|heim|heis|mif1|msf1)/s],
  ["AVIF", /^....ftypavi[fs]/s],
  ["WebP", /^RIFF....WEBP/s],
  ["GIF", /^GIF8[79]a/],
  ["TIFF", /^(II\*\0|MM\0\*)/],
  ["BMP", /^BM/],
];

function whatElse(bytes: Buffer): string {
  if (bytes.length === 0) return "The file is empty.";
  const start = bytes.toString("latin1", 0, 16);
  const kind = kinds.find(([, beginsLike]) => beginsLike.test(start))?.[0];
  if (kind === undefined) return "This is no picture: Rekognition reads JPEG and PNG.";
  return `This is a ${kind} picture: Rekognition reads JPEG and PNG. Save it as JPEG and try again.`;
}
