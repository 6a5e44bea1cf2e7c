import type { Face } from "./face.ts";

/** S7: faces as people in a picture are named: from the left. */
export function fromLeft<T extends { readonly face: Face }>(faces: readonly T[]): readonly T[] {
  return faces.toSorted((one, other) => middleOf(one.face) - middleOf(other.face));
}

function middleOf({ box }: Face): number {
  return box.left + box.width / 2;
}
