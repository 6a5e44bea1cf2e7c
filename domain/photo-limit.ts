import type { Photo } from "./photo.ts";

/** More is no limit any more. */
export const MOST_PHOTOS_PER_GUEST = 1_000;

/**
 * P7: whether as many photos of the same guest as may take part were sent before this one. `own` may hold the photo
 * itself and what was sent later; what was sent before counts as it is judged now.
 */
export function isOverLimit(
  photo: SentPhoto,
  own: readonly (SentPhoto & Pick<Photo, "state">)[],
  most: number | undefined,
): boolean {
  if (most === undefined) return false;
  const before = own.filter((other) => bySending(other, photo) < 0 && takesRoom(other));
  return before.length >= most;
}

type SentPhoto = Pick<Photo, "photoId" | "sentAt">;

const takesRoom = ({ state }: Pick<Photo, "state">): boolean => state === "shown" || state === "pending";

/** By LINE's time stamp, then by id: the same order on every machine, whatever arrives first. */
export function bySending(photo: SentPhoto, other: SentPhoto): number {
  if (photo.sentAt !== other.sentAt) return photo.sentAt - other.sentAt;
  if (photo.photoId === other.photoId) return 0;
  return photo.photoId < other.photoId ? -1 : 1;
}
