import type { EmotionType } from "./face.ts";
import type { PhotoState } from "./photo.ts";

/** A photo as far as numbers are made of it. */
export interface NumbersPhoto {
  readonly photoId: string;
  readonly guestId: string;
  readonly displayName: string;
  /** LINE's time stamp of the message, milliseconds since the epoch. */
  readonly sentAt: number;
  readonly state: PhotoState;
  readonly score: number;
  readonly faceCount: number;
  /** V3: how many of the faces smile. */
  readonly smiles: number;
  /** Ids of the missions that it meets. */
  readonly missions: readonly string[];
  /** V3: the mean over the photo's faces, 0–100; missing: nothing was read of it. */
  readonly emotions: Readonly<Partial<Record<EmotionType, number>>>;
  readonly version: number;
}

/** V1: those that the numbers are made of. */
export function shownOf(photos: Iterable<NumbersPhoto>): readonly NumbersPhoto[] {
  const shown: NumbersPhoto[] = [];
  for (const photo of photos) if (photo.state === "shown") shown.push(photo);
  return shown;
}

/** V3: of one photo, 0–100. */
export function happinessOf({ emotions }: Pick<NumbersPhoto, "emotions">): number {
  return emotions.HAPPY ?? 0;
}

/** V6: from how many faces on a photo shows a group. */
export const GROUP_FACES = 3;

/** V6: the first of equal ones; null without any. */
export function happiestPhoto(photos: readonly NumbersPhoto[]): NumbersPhoto | null {
  return best(photos, ({ score }) => score);
}

/** V6 */
export function happiestGroup(photos: readonly NumbersPhoto[]): NumbersPhoto | null {
  return best(
    photos.filter(({ faceCount }) => faceCount >= GROUP_FACES),
    happinessOf,
  );
}

function best(
  photos: readonly NumbersPhoto[],
  valueOf: (photo: NumbersPhoto) => number,
): NumbersPhoto | null {
  const order = (a: NumbersPhoto, b: NumbersPhoto): number =>
    valueOf(b) - valueOf(a) ||
    b.faceCount - a.faceCount ||
    a.sentAt - b.sentAt ||
    (a.photoId < b.photoId ? -1 : 1);
  return photos.reduce<NumbersPhoto | null>(
    (found, photo) => (found === null || order(photo, found) < 0 ? photo : found),
    null,
  );
}
