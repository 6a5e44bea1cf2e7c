/** G1: what the board shows, in the order of an evening. */
export const stageNames = ["join", "ranking", "wall", "round", "frozen", "reveal", "thanks"] as const;

export type StageName = (typeof stageNames)[number];

/** Where the show stands; only a reveal has a step. */
export interface StageMark {
  readonly name: StageName;
  readonly step?: number;
}

/** G3: the reveal's steps: 0 shows nobody yet, 1 the tenth place, 9 the second, 10 the winner. */
export const WINNER_STEP = 10;

/** G3: the place that a step of the reveal shows; `undefined` before the first. */
export function placeOfStep(step: number): number | undefined {
  return step === 0 ? undefined : WINNER_STEP + 1 - step;
}

/** G3: a step belongs to a reveal, and every reveal is at one. */
export function isStageMark({ name, step }: StageMark): boolean {
  if (name !== "reveal") return step === undefined;
  return step !== undefined && Number.isInteger(step) && step >= 0 && step <= WINNER_STEP;
}

/** G1–G3: whether a host may go from one stage to another. */
export function mayFollow(now: StageMark, next: StageMark): boolean {
  if (!isStageMark(next)) return false;
  if (next.name !== "reveal") {
    if (next.name === now.name) return false;
    // Whoever goes back from a reveal to the ranking would tell the winner.
    return now.name !== "reveal" || next.name === "frozen" || next.name === "thanks";
  }
  const { step = 0 } = next;
  if (now.name === "frozen") return step < WINNER_STEP;
  return now.name === "reveal" && Math.abs(step - (now.step ?? 0)) === 1;
}
