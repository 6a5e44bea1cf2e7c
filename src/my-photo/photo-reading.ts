import type { Face } from "#domain/face";
import { fromLeft } from "#domain/from-left";
import type { Label } from "#domain/label";
import type { Language } from "#domain/language";
import { scorePhoto, type FacePoints } from "#domain/scoring";
import { explain } from "#domain/words/explanation";
import { labelName } from "#domain/words/label-name";
import type { MyPhoto } from "../backend/my-photo.ts";

/** A face as the page tells it: the list and the frames on the picture have the same number. */
export interface ReadFace extends FacePoints {
  readonly face: Face;
  /** From the left, beginning with 1. */
  readonly number: number;
  /** S7: its points, or why it gave none. */
  readonly sentence: string;
}

export interface SeenLabel extends Label {
  /** In the guest's language where there is a word for it. */
  readonly shownName: string;
}

/** What was read on a photo, in the order and in the words in which the page shows it. */
export interface PhotoReading {
  readonly faces: readonly ReadFace[];
  /** The sum, then the rules that changed something. */
  readonly sentences: readonly string[];
  readonly labels: readonly SeenLabel[];
}

export function readingOf(photo: MyPhoto, language: Language): PhotoReading {
  const scored = scorePhoto(photo.faces, photo.scoring).faces;
  const faces = fromLeft(photo.faces.map((face, index) => ({ face, points: 0, ...scored[index] })));
  // The photo's own score: while a host's new rule is still being worked in, the page must not name two sums.
  const told = explain({ score: photo.score, faces }, photo.scoring, language);
  return {
    faces: faces.map((each, index) => ({
      ...each,
      number: index + 1,
      sentence: told.faces[index] ?? "",
    })),
    sentences: [told.lead, ...told.notes],
    labels: namedLabels(photo.labels, language),
  };
}

/** Of labels with the same name (Woman and Lady may be one word) the one that is seen in more places. */
function namedLabels(labels: readonly Label[], language: Language): readonly SeenLabel[] {
  const byName = new Map<string, SeenLabel>();
  for (const label of labels) {
    const shownName = labelName(label.name, language);
    const other = byName.get(shownName);
    if (other === undefined || label.instances.length > other.instances.length)
      byName.set(shownName, { ...label, shownName });
  }
  return [...byName.values()];
}
