import type { Bitmap } from "../bitmap.ts";
import type { BlockSize } from "./inverse-transform.ts";
import type { JpegComponent, JpegFrame, Size } from "./jpeg-frame.ts";
import { type Plane, planeOf } from "./plane-of.ts";
import { type JpegPicture, readJpeg } from "./read-jpeg.ts";

/**
 * The picture at full size, or at a half, a quarter or an eighth of it as long as its longer side keeps `longestSide` pixels.
 * Throws a plain error for what is no whole JPEG of the promised size.
 */
export function decodeJpeg(bytes: Buffer, promised: Size, longestSide: number): Bitmap {
  const picture = readJpeg(bytes, promised);
  const { frame } = picture;
  const size = blockSizeFor(Math.max(frame.width, frame.height), longestSide);
  const width = Math.ceil((frame.width * size) / 8);
  const height = Math.ceil((frame.height * size) / 8);
  const layers = frame.components.map((component) => layerOf(component, frame, size));
  const pixels = new Uint8ClampedArray(width * height * 3);
  const paint = painterOf(picture);
  for (let y = 0; y < height; y += 1) {
    const lines = layers.map((layer) => stretchedLine(layer, y, width));
    paint(lines, pixels.subarray(y * width * 3, (y + 1) * width * 3));
  }
  return { width, height, channels: 3, pixels: new Uint8Array(pixels.buffer) };
}

function blockSizeFor(longerSide: number, longestSide: number): BlockSize {
  return ([1, 2, 4] as const).find((size) => (longerSide * size) / 8 >= longestSide) ?? 8;
}

/** A colour as large as its samples make it, and how many of them a pixel of the picture takes. */
interface Layer extends Plane {
  readonly perColumn: number;
  readonly perLine: number;
}

/** Colours are often stored at half the size: then their blocks are shrunk less, and nothing needs stretching. */
function layerOf(component: JpegComponent, frame: JpegFrame, size: BlockSize): Layer {
  const across = frame.mostAcross / component.across;
  const down = frame.mostDown / component.down;
  const room = Math.min(across, down, 8 / size);
  const factor = room >= 4 ? 4 : room >= 2 ? 2 : 1;
  const own = ([1, 2, 4, 8] as const).find((each) => each === size * factor) ?? size;
  return { ...planeOf(component, own), perColumn: own / size / across, perLine: own / size / down };
}

function stretchedLine(
  { samples, width, perColumn, perLine }: Layer,
  y: number,
  length: number,
): Uint8ClampedArray {
  const from = Math.floor(y * perLine) * width;
  if (perColumn === 1) return samples.subarray(from, from + length);
  const line = new Uint8ClampedArray(length);
  for (let x = 0; x < length; x += 1) line[x] = samples[from + Math.floor(x * perColumn)] ?? 0;
  return line;
}

/** Fills a line of RGB pixels from a line of each colour. */
type Painter = (lines: readonly Uint8ClampedArray[], pixels: Uint8ClampedArray) => void;

function painterOf({ frame, adobeTransform }: JpegPicture): Painter {
  const { components } = frame;
  if (components.length === 1) return paintGrey;
  if (components.length === 3) return isStoredAsRgb(components, adobeTransform) ? paintRgb : paintYcc;
  return paintInk(adobeTransform);
}

/** Without a word of Adobe's, colours that are called R, G and B are. */
function isStoredAsRgb(components: readonly JpegComponent[], adobeTransform: number | undefined): boolean {
  if (adobeTransform !== undefined) return adobeTransform === 0;
  return String.fromCharCode(...components.map(({ id }) => id)) === "RGB";
}

const paintGrey: Painter = ([grey], pixels) => {
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = grey?.[Math.floor(at / 3)] ?? 0;
};

const paintRgb: Painter = ([red, green, blue], pixels) => {
  for (let x = 0, at = 0; at < pixels.length; x += 1, at += 3) {
    pixels[at] = red?.[x] ?? 0;
    pixels[at + 1] = green?.[x] ?? 0;
    pixels[at + 2] = blue?.[x] ?? 0;
  }
};

/** JFIF: ITU-R BT.601 in full range. */
const paintYcc: Painter = ([bright, blueness, redness], pixels) => {
  for (let x = 0, at = 0; at < pixels.length; x += 1, at += 3) {
    const y = bright?.[x] ?? 0;
    const cb = (blueness?.[x] ?? 0) - 128;
    const cr = (redness?.[x] ?? 0) - 128;
    pixels[at] = y + 1.402 * cr;
    pixels[at + 1] = y - 0.344136 * cb - 0.714136 * cr;
    pixels[at + 2] = y + 1.772 * cb;
  }
};

/**
 * Cyan, magenta, yellow and black, stored as Adobe does, and everybody since: how much light each leaves. As in libjpeg a
 * transform is YCCK, whatever its number.
 */
function paintInk(adobeTransform = 0): Painter {
  const isYcck = adobeTransform !== 0;
  return (lines, pixels) => {
    const black = lines[3];
    (isYcck ? paintYcc : paintRgb)(lines, pixels);
    for (let at = 0; at < pixels.length; at += 1) {
      const colour = pixels[at] ?? 0;
      pixels[at] = ((isYcck ? 255 - colour : colour) * (black?.[Math.floor(at / 3)] ?? 0)) / 255;
    }
  };
}
