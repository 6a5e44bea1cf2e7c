import { segmentFrom } from "./jpeg/jpeg-segments.ts";
import { jpegOrientation } from "./jpeg-orientation.ts";

export type PictureType = "jpeg" | "png";

/** What a file says about its picture before anything is decoded; sizes in pixels, as stored. */
export interface PictureHead {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  /** EXIF's, 1..8; 1 is upright. */
  readonly orientation: number;
  /** Bytes that decoding needs for each pixel's samples, beyond the usual one per channel. */
  readonly isDeep: boolean;
  readonly isInterlaced: boolean;
}

/** By the first bytes; a name or a content type is only a claim. */
export function pictureTypeOf(bytes: Buffer): PictureType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  return bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex")) ? "png" : undefined;
}

/** `undefined` when the file breaks off or makes no sense before its picture begins. */
export function readPictureHead(bytes: Buffer, type: PictureType): PictureHead | undefined {
  const head = type === "png" ? readPng(bytes) : readJpeg(bytes);
  return head !== undefined && head.width > 0 && head.height > 0 ? head : undefined;
}

function readPng(bytes: Buffer): PictureHead | undefined {
  if (bytes.length < 33 || bytes.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return {
    type: "png",
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    orientation: 1,
    isDeep: bytes.readUInt8(24) === 16,
    isInterlaced: bytes.readUInt8(28) === 1,
  };
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;
// SOF0..SOF15 without DHT (C4), JPG (C8) and DAC (CC), which share their range.
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(bytes: Buffer): PictureHead | undefined {
  let orientation = 1;
  let segment = segmentFrom(bytes, 2);
  while (segment !== undefined && segment.marker !== START_OF_SCAN && segment.marker !== END_OF_IMAGE) {
    const { marker, body, end } = segment;
    if (marker === APP1) orientation = jpegOrientation(body) ?? orientation;
    if (isStartOfFrame(marker) && body.length >= 6) {
      const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
      return { type: "jpeg", width, height, orientation, isDeep: false, isInterlaced: false };
    }
    segment = segmentFrom(bytes, end);
  }
  return undefined;
}
