import { type BoardState, type RankedStanding, rankingOf, type Stage } from "./board.ts";
import { hiddenBest, RESULT_GUESTS, resultOrder, revealOrder } from "./stage.ts";

/** A guest of a result, with the place that the reveal tells. */
export interface RevealedGuest extends RankedStanding {
  /** Still in the dark: a later step tells it. */
  readonly isHidden: boolean;
}

type Scored = Pick<RankedStanding, "guestId" | "score">;
type Placed<T> = Omit<T, "place"> & { readonly place: number };
type Result = Pick<Stage, "result" | "skipped">;

/**
 * G3, G6, G7: who is revealed, best first, at the step that the stage is at. The order is the result's, whatever happened to
 * scores since; who shares a score with the one before shares the place (R5).
 */
export function revealOf(
  state: BoardState,
  stage: Result & Partial<Pick<Stage, "step">>,
): readonly RevealedGuest[] {
  return revealedOf(rankingOf(state), stage);
}

/** As `revealOf`, of those who have a place now. */
export function revealedOf<T extends Scored>(
  ranking: readonly T[],
  { step, ...stage }: Result & { readonly step?: number | null },
): readonly (Placed<T> & { readonly isHidden: boolean })[] {
  const ranked = new Map(ranking.map((row) => [row.guestId, row]));
  const order = revealOrder(stage, (guestId) => ranked.has(guestId));
  const hidden = hiddenBest(step ?? 0);
  return inPlaces(order.flatMap((guestId) => ranked.get(guestId) ?? [])).map((row, index) => ({
    ...row,
    isHidden: index < hidden,
  }));
}

/** G6, G7: the result, best first, with those who move up when others are passed over; before it is fixed, the ranking. */
export function resultOf<T extends Scored>(ranking: readonly T[], stage: Result): readonly Placed<T>[] {
  const ranked = new Map(ranking.map((row) => [row.guestId, row]));
  const order =
    stage.result === undefined
      ? ranking
      : resultOrder(stage, (guestId) => ranked.has(guestId)).flatMap((guestId) => ranked.get(guestId) ?? []);
  return inPlaces(order.slice(0, RESULT_GUESTS));
}

function inPlaces<T extends Scored>(order: readonly T[]): readonly Placed<T>[] {
  let place = 0;
  return order.map((row, index) => {
    if (order[index - 1]?.score !== row.score) place = index + 1;
    return { ...row, place };
  });
}
