import type { Box } from "#domain/face";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A finger is broad, and faces in a group are small. */
const slackPx = 16;

/** The box that is meant by a point of the picture, both in pixels of the screen: of several the smallest. */
export function boxAt(
  boxes: readonly Box[],
  point: { readonly x: number; readonly y: number },
  picture: Size,
): number | null {
  const near = boxes
    .map((box, index) => ({
      index,
      area: box.width * box.height,
      distance: Math.hypot(
        outside(point.x, box.left * picture.width, box.width * picture.width),
        outside(point.y, box.top * picture.height, box.height * picture.height),
      ),
    }))
    .filter(({ distance }) => distance <= slackPx);
  const [meant] = near.toSorted((one, other) => one.distance - other.distance || one.area - other.area);
  return meant?.index ?? null;
}

/** How far a coordinate lies outside of a stretch; 0 within. */
function outside(at: number, start: number, length: number): number {
  return Math.max(start - at, at - start - length, 0);
}
