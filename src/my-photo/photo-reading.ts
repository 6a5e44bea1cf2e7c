import type { Label } from "#domain/label";
import type { Language } from "#domain/language";
import { labelName } from "#domain/words/label-name";
import { toldFaces, type ToldFace, type ToldFaces } from "#domain/words/told-faces";
import type { MyPhoto } from "../backend/my-photo.ts";

export type ReadFace = ToldFace;

export interface SeenLabel extends Label {
  /** In the guest's language where there is a word for it. */
  readonly shownName: string;
}

/** What was read on a photo, in the order and in the words in which the page shows it. */
export interface PhotoReading extends ToldFaces {
  readonly labels: readonly SeenLabel[];
}

export function readingOf(photo: MyPhoto, language: Language): PhotoReading {
  return {
    ...toldFaces(photo, photo.scoring, language),
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
