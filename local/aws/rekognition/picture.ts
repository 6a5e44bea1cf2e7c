import sharp from "sharp";
import { RefusedPicture } from "./reading.ts";

/** An upright RGB picture, at most 1280 pixels on its longer side. */
export interface Picture {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

const SMALLEST_SIDE = 80; // docs: "minimum image dimension is 80 pixels for both height and width"
const LARGEST_SIDE = 10_000; // documented for labels; for faces it keeps a decompression bomb out of memory
const WORKING_SIDE = 1280; // the nets look at 256 pixels and at crops: more only costs memory

/** Throws a `RefusedPicture` for what Rekognition would refuse. */
export async function decodePicture(bytes: Uint8Array): Promise<Picture> {
  const { width, height, format } = await readHead(bytes);
  if (Math.min(width, height) < SMALLEST_SIDE) {
    throw new RefusedPicture("too-small", `${width}x${height}: the smallest side is ${SMALLEST_SIDE} pixels`);
  }
  if (Math.max(width, height) > LARGEST_SIDE) {
    throw new RefusedPicture("too-large", `${width}x${height}: the largest side is ${LARGEST_SIDE} pixels`);
  }
  return decode(bytes, format === "jpeg");
}

async function readHead(bytes: Uint8Array): Promise<{ width: number; height: number; format: string }> {
  try {
    const { width, height, format } = await sharp(bytes).metadata();
    return { width, height, format };
  } catch (error) {
    throw unreadable(error);
  }
}

/** Rekognition turns a JPEG upright by its EXIF orientation, and no PNG. */
async function decode(bytes: Uint8Array, isTurned: boolean): Promise<Picture> {
  try {
    const stored = sharp(bytes, { failOn: "error" });
    const { data, info } = await (isTurned ? stored.rotate() : stored)
      .resize(WORKING_SIDE, WORKING_SIDE, { fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels after decoding`);
    return { pixels: data, width: info.width, height: info.height };
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): RefusedPicture {
  return new RefusedPicture("format", error instanceof Error ? error.message : String(error));
}
