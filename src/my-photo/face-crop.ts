import type { Box } from "#domain/face";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A square cut-out of a picture, in its pixels. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** Some hair and chin belong to a face. */
const margin = 1.35;

/** The square around a face, never larger than the picture and never beyond its edges. */
export function faceCrop(box: Box, picture: Size): Crop {
  const wanted = Math.max(box.width * picture.width, box.height * picture.height) * margin;
  const side = Math.min(wanted, picture.width, picture.height);
  const centerX = (box.left + box.width / 2) * picture.width;
  const centerY = (box.top + box.height / 2) * picture.height;
  return {
    left: within(centerX - side / 2, picture.width - side),
    top: within(centerY - side / 2, picture.height - side),
    side,
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
