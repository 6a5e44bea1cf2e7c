import type { Photo } from "./photo.ts";

/** A guest's number on the ranking, derived from the guest's photos and from nothing else (R1). */
export interface Standing {
  /** Points of the best shown photo; missing while no photo counts. */
  readonly score?: number;
  /** Sorts the ranking, highest first (R3). Missing: the guest is not in the ranking. */
  readonly rankKey?: string;
  /** The photo that gave the score. */
  readonly best?: Photo;
  /** How many photos of the guest are shown. */
  readonly photos: number;
}

export interface GuestStatus {
  readonly guestId: string;
  /** Banned, couple or staff: takes part without a place (R4). */
  readonly excluded?: boolean;
}

/**
 * R1, R2: the best shown photo counts; of equal ones the earlier. Pure: the same photos in any order give the
 * same standing, so that retries, undo and restarts cannot drift.
 */
export function standingOf(photos: readonly Photo[], guest: GuestStatus): Standing {
  const shown = photos.filter((photo) => photo.state === "shown");
  const best = shown.reduce<Photo | undefined>(
    (top, photo) => (isBetter(photo, top) ? photo : top),
    undefined,
  );
  if (best === undefined || guest.excluded === true) return { photos: shown.length };
  return { score: best.score, rankKey: rankKey(best, guest.guestId), best, photos: shown.length };
}

function isBetter(photo: Photo, other: Photo | undefined): boolean {
  if (other === undefined) return true;
  if (photo.score !== other.score) return photo.score > other.score;
  if (photo.sentAt !== other.sentAt) return photo.sentAt < other.sentAt;
  return photo.photoId < other.photoId;
}

const LATEST_MS = 99_999_999_999_999;

/**
 * R3: a string that sorts descending by points, then by who got there first, then by guest: a total order in a
 * DynamoDB sort key, exact where a number would run out of digits.
 */
function rankKey(best: Photo, guestId: string): string {
  return `${scoreKey(best.score)}#${String(LATEST_MS - best.sentAt).padStart(14, "0")}#${guestId}`;
}

/** The leading part of a rank key: tenths of points, nine digits. */
export function scoreKey(score: number): string {
  return String(Math.round(score * 10)).padStart(9, "0");
}
