import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { listSamples } from "../samples/list-samples.ts";
import { renderSample } from "../samples/render-sample.ts";
import { SAMPLES } from "../samples/sample-list.ts";
import { relight } from "./relight.ts";

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
 * The file that a phone sends; another `salt` makes another picture of the same people, unlike the others to rules D2
 * and D3. `width` in pixels: as it is drawn when left out. Rejects for an unknown name.
 */
export async function drawPicture(name: string, salt: string, width?: number): Promise<Buffer> {
  const mark = Buffer.from(`crowd ${salt}`);
  switch (name) {
    case "png":
      return sharp(await photographed("bride", `png ${salt}`, width))
        .png()
        .toBuffer();
    case "broken":
      return Buffer.concat([JPEG_HEAD, mark, Buffer.alloc(5_000, 7)]);
    case "tiny":
      return photographed("bride", `tiny ${salt}`, 40);
    case "gif":
      return Buffer.concat([await flatGif(200), mark]);
    case "huge":
      return Buffer.concat([JPEG_HEAD, mark, HUGE]);
    default:
      return photographed(name, `${name} ${salt}`, width);
  }
}

/** As a phone saves a picture that somebody forwarded: somewhat smaller, and nearly the same to look at (D2). */
export async function saveAnew(picture: Buffer): Promise<Buffer> {
  const { width } = await sharp(picture).metadata();
  return sharp(picture)
    .resize(Math.round(width * 0.9))
    .jpeg({ quality: 75 })
    .toBuffer();
}

async function photographed(name: string, salt: string, width: number | undefined): Promise<Buffer> {
  const sample = SAMPLES.find((one) => one.name === name);
  if (sample === undefined) throw new Error(`no picture is called ${name}`);
  return relight(sample, await sized(name, width), salt);
}

const sizedSamples = new Map<string, Promise<Buffer>>();

/** Drawn and shrunk once. */
function sized(name: string, width: number | undefined): Promise<Buffer> {
  if (width === undefined) return renderSample(name);
  const key = `${name} ${width}`;
  const sample = sizedSamples.get(key) ?? renderSample(name).then((drawn) => shrunk(drawn, width));
  sizedSamples.set(key, sample);
  return sample;
}

const shrunk = (jpeg: Buffer, width: number): Promise<Buffer> => sharp(jpeg).resize(width).toBuffer();

const JPEG_HEAD = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
/** More than the face reader takes, and what compresses as little as a photo. */
const HUGE = Buffer.concat(Array.from({ length: 16 }, () => randomBytes(1 << 20)));

function flatGif(size: number): Promise<Buffer> {
  const picture = { width: size, height: size, channels: 3 as const, background: "#c33" };
  return sharp({ create: picture }).gif().toBuffer();
}
