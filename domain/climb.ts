import { earliestFirst, eveningRanking, takeNext, type Way } from "./evening-ranking.ts";
import { type EveningTime, pieceOf } from "./evening-time.ts";
import { type NumbersPhoto, shownOf } from "./numbers-photo.ts";
import type { StandingRule } from "./standing-rule.ts";

/** Where a guest stood. */
export interface ClimbStep {
  readonly place: number;
  readonly score: number;
}

/** The way of one of the best through an evening. */
export interface Climber {
  readonly guestId: string;
  /** As on the last of the guest's photos. */
  readonly displayName: string;
  /** At the end of each piece of time; null: without a photo until then. */
  readonly steps: readonly (ClimbStep | null)[];
  /** Where the guest stands now. */
  readonly place: number;
  readonly score: number;
}

/** V5: so many are followed. */
export const CLIMBERS = 10;

/**
 * V5: the best guests now, best first, and where each stood at the end of each piece. `hasPlace`: R4 as far as it is about
 * guests.
 */
export function climbOf(
  photos: Iterable<NumbersPhoto>,
  time: EveningTime | null,
  rule: StandingRule,
  hasPlace: (guestId: string) => boolean,
): readonly Climber[] {
  if (time === null) return [];
  const placed = shownOf(photos).filter(({ guestId }) => hasPlace(guestId));
  const best = eveningRanking(placed, rule, hasPlace)
    .slice(0, CLIMBERS)
    .map(({ guestId, displayName }) => ({
      guestId,
      displayName,
      steps: [] as (ClimbStep | null)[],
    }));
  const ways = new Map<string, Way>();
  // In the order in which guests first sent something, so that counting who is better stays cheap.
  const scores: number[] = [];
  const indexes = new Map<string, number>();
  for (const sent of inPieces(placed, time)) {
    for (const { guestId, standing } of takeNext(ways, sent, rule)) {
      const index = indexes.get(guestId) ?? indexes.size;
      indexes.set(guestId, index);
      scores[index] = standing.score ?? 0;
    }
    for (const { guestId, steps } of best) steps.push(stepOf(ways.get(guestId), scores));
  }
  return best.flatMap((climber) => {
    const now = climber.steps.at(-1);
    return now ? [{ ...climber, ...now }] : [];
  });
}

function inPieces(photos: readonly NumbersPhoto[], time: EveningTime): readonly (readonly NumbersPhoto[])[] {
  const pieces: NumbersPhoto[][] = Array.from({ length: time.pieces }, () => []);
  for (const photo of photos.toSorted(earliestFirst)) pieces[pieceOf(time, photo.sentAt)]?.push(photo);
  return pieces;
}

/** R5: equal scores share a place. */
function stepOf(way: Way | undefined, scores: readonly number[]): ClimbStep | null {
  const score = way?.standing.score;
  if (score === undefined) return null;
  let place = 1;
  for (const other of scores) if (other > score) place += 1;
  return { place, score };
}
