import type { Photo } from "./photo.ts";
import { toTenths } from "./scoring.ts";
import type { StandingRule } from "./standing-rule.ts";

/** A guest's number on the ranking, derived from the guest's photos and from nothing else (R1). */
export interface Standing {
  /** Points of the shown photos that count; missing while no photo counts. */
  readonly score?: number;
  /** Sorts the ranking, highest first (R3). Missing: the guest is not in the ranking. */
  readonly rankKey?: string;
  /** The photo with the most points. */
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
 * R1, R2: the points of the shown photos that count, best first. Pure: the same photos in any order give the same
 * standing, so that retries, undo and restarts cannot drift.
 */
export function standingOf(
  photos: readonly Photo[],
  guest: GuestStatus,
  rule: StandingRule = "best",
): Standing {
  const shown = photos.filter((photo) => photo.state === "shown");
  const [best, ...others] = countedOf(shown, rule);
  if (best === undefined || guest.excluded === true) return { photos: shown.length };
  const counted = [best, ...others];
  const score = toTenths(
    counted.reduce((sum, photo, index) => sum + photo.score * (weightsOf[rule][index] ?? 0), 0),
  );
  const reachedAt = Math.max(best.sentAt, ...others.filter((photo) => photo.score > 0).map(sentAtOf));
  return { score, rankKey: rankKey(score, reachedAt, guest.guestId), best, photos: shown.length };
}

/** R2: the photos that give points, best first: of those that give none now, none will when others come. */
export function countedOf<T extends Photo>(photos: readonly T[], rule: StandingRule): readonly T[] {
  return photos.toSorted(bestFirst).slice(0, weightsOf[rule].length);
}

/** What the best photo, the second best and so on count for; further ones count nothing. */
const weightsOf: Readonly<Record<StandingRule, readonly number[]>> = {
  best: [1],
  "best-three": [1, 1, 1],
  // One, a half, a quarter … down to a five-hundredth.
  diminishing: Array.from({ length: 10 }, (_, index) => 1 / 2 ** index),
};

function bestFirst(a: Photo, b: Photo): number {
  return b.score - a.score || a.sentAt - b.sentAt || (a.photoId < b.photoId ? -1 : 1);
}

const sentAtOf = ({ sentAt }: Photo): number => sentAt;

const LATEST_MS = 99_999_999_999_999;

/**
 * R3: a string that sorts descending by points, then by who got there first, then by guest: a total order in a
 * DynamoDB sort key, exact where a number would run out of digits.
 */
function rankKey(score: number, reachedAt: number, guestId: string): string {
  return `${scoreKey(score)}#${String(LATEST_MS - reachedAt).padStart(14, "0")}#${guestId}`;
}

/** The leading part of a rank key: tenths of points, nine digits. */
export function scoreKey(score: number): string {
  return String(Math.round(score * 10)).padStart(9, "0");
}
