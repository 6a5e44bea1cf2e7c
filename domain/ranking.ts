/** The part of a standing that the ranking needs. */
export interface Ranked {
  readonly rankKey: string;
  readonly score: number;
}

/** R3, R5: highest rank key first; equal scores share a place and the next place is skipped (1, 2, 2, 4). */
export function rank<T extends Ranked>(standings: readonly T[]): readonly (T & { readonly place: number })[] {
  const sorted = standings.toSorted((a, b) => (a.rankKey < b.rankKey ? 1 : a.rankKey > b.rankKey ? -1 : 0));
  const places: (T & { place: number })[] = [];
  for (const [index, standing] of sorted.entries()) {
    const above = places.at(-1);
    const place = above !== undefined && above.score === standing.score ? above.place : index + 1;
    places.push({ ...standing, place });
  }
  return places;
}

/** The scores at chosen places of a ranking, so that everybody can tell the own place (R6). */
export interface Ladder {
  /** Highest first; the first entry is place 1. */
  readonly rungs: readonly { readonly place: number; readonly score: number }[];
}

/**
 * R5, R6: the place of a score, given how many guests were found above it. `above` is exact while the list was
 * read to its end; beyond that the ladder tells the place of the nearest rung that is not better.
 */
export function placeOf(
  score: number,
  above: number,
  isComplete: boolean,
  ladder: Ladder | undefined,
): number {
  if (isComplete || ladder === undefined) return above + 1;
  const rung = ladder.rungs.findLast((candidate) => candidate.score > score);
  return Math.max(above + 1, (rung?.place ?? 0) + 1);
}

/** R6: every place up to 100, then steps of 1 % of the place: about 500 rungs for 12,000 guests. */
export function ladderOf(scores: readonly number[]): Ladder {
  const rungs: { place: number; score: number }[] = [];
  let nextPlace = 1;
  for (const [index, score] of scores.entries()) {
    if (index + 1 < nextPlace && index + 1 !== scores.length) continue;
    rungs.push({ place: index + 1, score });
    nextPlace = index + 1 + Math.max(1, Math.floor((index + 1) / 100));
  }
  return { rungs };
}
