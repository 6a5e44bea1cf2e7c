import type { RankedStanding } from "#domain/board";
import type { PacedRanking } from "../../../src/board/use-paced-ranking.ts";

/** In the place of the board's own, see build-at-once.ts. */
export function usePacedRanking(wanted: readonly RankedStanding[]): PacedRanking {
  return { rows: wanted, callouts: new Map() };
}
