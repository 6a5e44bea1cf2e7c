import { createHash } from "node:crypto";
import jpeg from "jpeg-js";
import type { Bitmap } from "../shared/pictures/bitmap.ts";
import { shrink } from "../shared/pictures/shrink.ts";
import type { DrawnPicture } from "./drawn-picture.ts";

// Coarse and strong: what a look hash sees, in more of its waves than a duplicate may differ in.
const COLUMNS = 8;
const ROWS = 6;
const STRENGTH = 0.7;
const QUALITY = 80;
/** As a phone saves a picture that somebody forwarded: somewhat smaller, and nearly the same to look at (D2). */
const ANEW = { share: 0.9, quality: 70 };

/** A drawn picture whose pixels were taken out of their file. */
export interface OpenPicture extends Bitmap {
  /** 0..1 for every pixel: how much of another light falls on it. */
  readonly mask: Float32Array;
}

export function openPicture({ jpeg: base64, heads }: DrawnPicture): OpenPicture {
  const { width, height, data } = jpeg.decode(Buffer.from(base64, "base64"), { useTArray: true });
  const mask = new Float32Array(width * height).fill(STRENGTH);
  for (let at = 0; at < mask.length; at += 1) {
    const [x, y] = [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height];
    // Heads keep their own light, so that the same faces are read.
    const nearest = Math.min(
      ...heads.map((head) => Math.hypot((x - head.x) / head.rx, (y - head.y) / head.ry)),
    );
    mask[at] = STRENGTH * Math.min(1, Math.max(0, (nearest - 0.75) / 0.25));
  }
  return { width, height, channels: 4, pixels: data, mask };
}

/** The picture as a JPEG in light and shadow that hang on `salt`: unlike every other salt's to a look hash. */
export function inAnotherLight(picture: OpenPicture, salt: string): Bitmap {
  const { width, height, pixels: from, mask } = picture;
  const tiles = createHash("shake256", { outputLength: COLUMNS * ROWS })
    .update(salt)
    .digest();
  const pixels = new Uint8Array(from.length).fill(255);
  for (let at = 0; at < mask.length; at += 1) {
    const column = Math.floor(((at % width) * COLUMNS) / width);
    const row = Math.floor((Math.floor(at / width) * ROWS) / height);
    const light = ((tiles[row * COLUMNS + column] ?? 0) % 2) * 255;
    const share = mask[at] ?? 0;
    for (let channel = at * 4; channel < at * 4 + 3; channel += 1)
      pixels[channel] = Math.round((from[channel] ?? 0) * (1 - share) + light * share);
  }
  return { width, height, channels: 4, pixels };
}

export function asJpeg({ width, height, pixels }: Bitmap): Uint8Array {
  return jpeg.encode({ width, height, data: pixels }, QUALITY).data;
}

export function savedAnew(picture: Bitmap): Uint8Array {
  const { width, height, pixels } = shrink(
    picture,
    Math.round(Math.max(picture.width, picture.height) * ANEW.share),
  );
  return jpeg.encode({ width, height, data: pixels }, ANEW.quality).data;
}
