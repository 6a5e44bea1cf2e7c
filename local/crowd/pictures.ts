import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { listSamples } from "../samples/list-samples.ts";
import { renderSample } from "../samples/render-sample.ts";

/** What the rules make of a picture in an event that shows photos at once. */
export type PictureFate = "shown" | "no-face" | "unreadable" | "unsupported-type" | "too-large";

export interface Picture {
  readonly name: string;
  readonly fate: PictureFate;
  /** How many faces are drawn. */
  readonly faces: number;
  /** How often the crowd sends it, compared with the others. */
  readonly weight: number;
}

/** The drawn samples, and what else comes out of phones. */
export const PICTURES: readonly Picture[] = [
  ...listSamples().map(({ name, people, mood }): Picture => {
    const faces = mood === "none" ? 0 : people;
    return { name, fate: faces === 0 ? "no-face" : "shown", faces, weight: weightOf(faces) };
  }),
  { name: "png", fate: "shown", faces: 1, weight: 3 },
  { name: "broken", fate: "unreadable", faces: 0, weight: 2 },
  { name: "tiny", fate: "unreadable", faces: 0, weight: 1 },
  { name: "gif", fate: "unsupported-type", faces: 0, weight: 1 },
  { name: "huge", fate: "too-large", faces: 0, weight: 0.5 },
];

/** Large groups take long to read: real ones are rare too. */
function weightOf(faces: number): number {
  if (faces === 0) return 1.5;
  return faces > 4 ? 0.5 : 4;
}

/**
 * The file that a phone sends; another `salt` makes other bytes of the same picture. `width` in pixels: as it is drawn
 * when left out. Rejects for an unknown name.
 */
export async function drawPicture(name: string, salt: string, width?: number): Promise<Buffer> {
  const mark = Buffer.from(`crowd ${salt}`);
  switch (name) {
    case "png":
      return marked(await sized("png", () => renderSample("bride").then(asPng), width), mark);
    case "broken":
      return Buffer.concat([JPEG_HEAD, mark, Buffer.alloc(5_000, 7)]);
    case "tiny":
      return commented(await flat(40, "jpeg"), mark);
    case "gif":
      return Buffer.concat([await flat(200, "gif"), mark]);
    case "huge":
      return Buffer.concat([JPEG_HEAD, mark, HUGE]);
    default:
      return commented(await sized(name, () => renderSample(name), width), mark);
  }
}

const sizedPictures = new Map<string, Promise<Buffer>>();

/** Drawn and shrunk once. */
function sized(name: string, draw: () => Promise<Buffer>, width: number | undefined): Promise<Buffer> {
  const key = `${name} ${width}`;
  const known = sizedPictures.get(key);
  const picture =
    known ?? (width === undefined ? draw() : draw().then((drawn) => sharp(drawn).resize(width).toBuffer()));
  sizedPictures.set(key, picture);
  return picture;
}

const asPng = (jpeg: Buffer): Promise<Buffer> => sharp(jpeg).png().toBuffer();

const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
/** More than the face reader takes, and what compresses as little as a photo. */
const HUGE = Buffer.concat(Array.from({ length: 16 }, () => randomBytes(1 << 20)));

function flat(size: number, format: "jpeg" | "gif"): Promise<Buffer> {
  const picture = { width: size, height: size, channels: 3 as const, background: "#c33" };
  return sharp({ create: picture }).toFormat(format).toBuffer();
}

/** A comment right behind the start of a JPEG. */
function commented(jpeg: Buffer, mark: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, mark.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, mark, jpeg.subarray(2)]);
}

const PNG_HEADER_BYTES = 33;

/** A text chunk right behind the header of a PNG. */
function marked(bytes: Buffer, mark: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from("tEXtComment\0"), mark]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(content.length - 4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([
    bytes.subarray(0, PNG_HEADER_BYTES),
    size,
    content,
    check,
    bytes.subarray(PNG_HEADER_BYTES),
  ]);
}
