import jpeg from "jpeg-js";
import type { Bitmap, RgbaBitmap } from "./bitmap.ts";
import { shrink } from "./shrink.ts";
import { turnUpright } from "./turn-upright.ts";

/** LINE takes pictures of cards up to 1024 pixels; a projector row is not larger either. */
const DISPLAY_PIXELS = 1024;
const THUMBNAIL_PIXELS = 320;

/** Two upright JPEGs; width and height are those of the display copy. */
export interface DisplayCopies {
  readonly display: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Made from pixels alone: no EXIF, no place, no camera of the original survives. */
export function makeDisplayCopies(bitmap: Bitmap, orientation: number): DisplayCopies {
  // Turning after shrinking moves a few hundred thousand pixels instead of fifty million.
  const display = turnUpright(shrink(bitmap, DISPLAY_PIXELS), orientation);
  return {
    display: encode(display, 85),
    thumbnail: encode(shrink(display, THUMBNAIL_PIXELS), 80),
    width: display.width,
    height: display.height,
  };
}

function encode({ width, height, pixels }: RgbaBitmap, quality: number): Buffer {
  return jpeg.encode({ width, height, data: pixels }, quality).data;
}
