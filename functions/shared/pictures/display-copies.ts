import jpeg from "jpeg-js";
import type { Bitmap, RgbaBitmap } from "./bitmap.ts";
import { shrink } from "./shrink.ts";
import { turnUpright } from "./turn-upright.ts";

/** LINE takes pictures of cards up to 1024 pixels; a projector row is not larger either. */
export const DISPLAY_PIXELS = 1024;
const THUMBNAIL_PIXELS = 320;

/** Two upright JPEGs; width and height are those of the display copy. */
export interface DisplayCopies {
  readonly display: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The picture that both copies are made from. */
export function uprightPicture(bitmap: Bitmap, orientation: number): RgbaBitmap {
  // Turning after shrinking moves a few hundred thousand pixels instead of fifty million.
  return turnUpright(shrink(bitmap, DISPLAY_PIXELS), orientation);
}

/** Made from pixels alone: no EXIF, no place, no camera of the original survives. */
export function makeDisplayCopies(upright: RgbaBitmap): DisplayCopies {
  return {
    display: encode(upright, 85),
    thumbnail: encode(shrink(upright, THUMBNAIL_PIXELS), 80),
    width: upright.width,
    height: upright.height,
  };
}

function encode({ width, height, pixels }: RgbaBitmap, quality: number): Buffer {
  return jpeg.encode({ width, height, data: pixels }, quality).data;
}
