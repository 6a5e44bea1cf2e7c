import { type BoardState, type RankedStanding, rankingOf, type Stage } from "./board.ts";
import { hiddenBest, revealOrder } from "./stage.ts";

/** A guest of a result, with the place that the reveal tells. */
export interface RevealedGuest extends RankedStanding {
  /** Still in the dark: a later step tells it. */
  readonly isHidden: boolean;
}

/**
 * G3, G6, G7: who is revealed, best first, at the step that the stage is at. The order is the result's, whatever happened to
 * scores since; who shares a score with the one before shares the place (R5).
 */
export function revealOf(state: BoardState, { step, ...stage }: Stage): readonly RevealedGuest[] {
  const ranked = new Map(rankingOf(state).map((row) => [row.guestId, row]));
  const order = revealOrder(stage, (guestId) => ranked.has(guestId));
  const hidden = hiddenBest(step ?? 0);
  const revealed: RevealedGuest[] = [];
  for (const row of order.flatMap((guestId) => ranked.get(guestId) ?? [])) {
    const above = revealed.at(-1);
    const place = above?.score === row.score ? above.place : revealed.length + 1;
    revealed.push({ ...row, place, isHidden: revealed.length < hidden });
  }
  return revealed;
}
