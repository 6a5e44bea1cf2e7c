import type { RgbaBitmap } from "./bitmap.ts";

type Place = (x: number, y: number, width: number, height: number) => readonly [x: number, y: number];

/** For each EXIF orientation: which stored pixel (of a stored width and height) an upright pixel is. */
const sources: Readonly<Record<number, Place>> = {
  2: (x, y, width) => [width - 1 - x, y],
  3: (x, y, width, height) => [width - 1 - x, height - 1 - y],
  4: (x, y, _width, height) => [x, height - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _width, height) => [y, height - 1 - x],
  7: (x, y, width, height) => [width - 1 - y, height - 1 - x],
  8: (x, y, width) => [width - 1 - y, x],
};

/**
 * Turns a small RGBA picture as its EXIF orientation says; Rekognition's face boxes are those of the upright one.
 */
export function turnUpright(bitmap: RgbaBitmap, orientation: number): RgbaBitmap {
  const source = sources[orientation];
  if (source === undefined) return bitmap;
  const isOnItsSide = orientation >= 5;
  const width = isOnItsSide ? bitmap.height : bitmap.width;
  const height = isOnItsSide ? bitmap.width : bitmap.height;
  const stored = wholePixels(bitmap.pixels);
  const upright = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = source(x, y, bitmap.width, bitmap.height);
      upright[y * width + x] = stored[fromY * bitmap.width + fromX] ?? 0;
    }
  }
  return { width, height, channels: 4, pixels: new Uint8Array(upright.buffer) };
}

const wholePixels = (pixels: Uint8Array): Uint32Array =>
  new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
