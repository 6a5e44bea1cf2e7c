import type { Face } from "#domain/face";

/** Faces as people in a picture are named: from the left. */
export function fromLeft(faces: readonly Face[]): readonly Face[] {
  return faces.toSorted(
    (one, other) => one.box.left + one.box.width / 2 - (other.box.left + other.box.width / 2),
  );
}
