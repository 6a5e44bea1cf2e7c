import { type AwardId, awardIds } from "./award-id.ts";

/** G1: what the board shows, in the order of an evening. */
export const stageNames = [
  "join",
  "ranking",
  "wall",
  "round",
  "frozen",
  "reveal",
  "replay",
  "thanks",
] as const;

export type StageName = (typeof stageNames)[number];

/** Where the show stands; only a reveal has a step. */
export interface StageMark {
  readonly name: StageName;
  readonly step?: number;
}

/** G10: a side prize as the thanks show it; `value` as the award counts. */
export interface StageAward {
  readonly award: AwardId;
  readonly guestId: string;
  readonly photoId: string;
  readonly value: number;
}

/** What a host orders. */
export interface StageWish extends StageMark {
  /** G5: how long a round lasts. */
  readonly minutes?: number;
  /** G7: whom a reveal passes over. */
  readonly skipped?: readonly string[];
  /** G8: ranking and wall take turns. */
  readonly alternates?: boolean;
  /** G10: in the order in which they are given. */
  readonly awards?: readonly StageAward[];
}

/** The stage as it is kept, and all screens show it. */
export interface StageRecord extends StageMark {
  /** G5: what guests send from then on is too late; milliseconds since the epoch. */
  readonly takesUntil?: number;
  /** G6: guests in the order of a reveal, best first. */
  readonly result?: readonly string[];
  /** G7 */
  readonly skipped?: readonly string[];
  /** G8 */
  readonly alternates?: boolean;
  /** G11: when a replay began, by the server's clock; milliseconds since the epoch. */
  readonly startedAt?: number;
  /** G10 */
  readonly awards?: readonly StageAward[];
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

/** G6: those that know the result; every other one forgets it. */
const finalStages: ReadonlySet<StageName> = new Set(["frozen", "reveal", "replay", "thanks"]);

const none: Pick<StageRecord, "result" | "skipped"> = {};

/** G5: rounds of so many minutes. */
export const ROUND_MINUTES = { least: 1, most: 60, usual: 5 } as const;
const MINUTE_MS = 60_000;

/** G6: so many guests a result names, so that there are others when some are passed over. */
export const RESULT_GUESTS = 30;

/** G5, G7, G8, G10: what is said of a stage must belong to it. */
export function isStageWish({ minutes, skipped, alternates, awards, ...mark }: StageWish): boolean {
  const { name } = mark;
  return (
    isStageMark(mark) &&
    (name === "round" ? isRoundLength(minutes) : minutes === undefined) &&
    (awards === undefined || (name === "thanks" && awards.length <= awardIds.length)) &&
    (skipped === undefined || (name === "reveal" && skipped.length <= RESULT_GUESTS)) &&
    (alternates !== true || name === "ranking" || name === "wall")
  );
}

function isRoundLength(minutes: number | undefined): boolean {
  const { least, most } = ROUND_MINUTES;
  return minutes !== undefined && Number.isInteger(minutes) && minutes >= least && minutes <= most;
}

/**
 * G5–G8, G10, G11: the stage that a host's wish makes of the one that is, at a time of the server's clock. The result of a reveal
 * that begins is still to be added.
 */
export function nextStage(now: StageRecord, wish: StageWish, at: number): StageRecord {
  const { minutes: _minutes, skipped, alternates = false, awards: given, ...mark } = wish;
  const takesUntil = takesUntilOf(now, wish, at);
  const { result, skipped: known } = keepsResult(now, mark) ? now : none;
  const passedOver = skipped ?? known;
  const awards = given ?? (mark.name === "thanks" ? now.awards : undefined);
  return {
    ...mark,
    ...(takesUntil !== undefined && { takesUntil }),
    ...(result !== undefined && { result }),
    ...(passedOver !== undefined && { skipped: passedOver }),
    ...(alternates && { alternates }),
    ...(mark.name === "replay" && { startedAt: at }),
    ...(awards !== undefined && { awards }),
  };
}

/** G6, G11 */
function keepsResult(now: StageMark, next: StageMark): boolean {
  return finalStages.has(next.name) && !(now.name === "replay" && next.name === "frozen");
}

function takesUntilOf(
  now: StageRecord,
  { name, minutes = ROUND_MINUTES.usual }: StageWish,
  at: number,
): number | undefined {
  switch (name) {
    case "round":
      return at + minutes * MINUTE_MS;
    case "frozen":
      return Math.min(now.takesUntil ?? at, at);
    case "reveal":
      return now.takesUntil;
    case "replay":
    case "thanks":
      return now.takesUntil === undefined ? undefined : Math.min(now.takesUntil, at);
    default:
      return undefined;
  }
}

/** G6, G7: the guests of a result, best first: without those passed over and those who are gone. */
export function resultOrder(
  { result = [], skipped = [] }: Pick<StageRecord, "result" | "skipped">,
  isPresent: (guestId: string) => boolean,
): readonly string[] {
  return result.filter((guestId) => !skipped.includes(guestId) && isPresent(guestId));
}

/** G6, G7: those of a result who are revealed, best first. */
export function revealOrder(
  stage: Pick<StageRecord, "result" | "skipped">,
  isPresent: (guestId: string) => boolean,
): readonly string[] {
  return resultOrder(stage, isPresent).slice(0, WINNER_STEP);
}

/** G3: how many of those who are revealed still stand in the dark, counted from the best. */
export function hiddenBest(step: number): number {
  return WINNER_STEP - step;
}

/** G11 */
const beforeReplay: ReadonlySet<StageName> = new Set(["ranking", "wall", "round", "replay", "thanks"]);

/** G1–G3, G5, G7, G8, G10, G11: whether a host may go from one stage to another. */
export function mayFollow(now: StageMark, next: StageWish): boolean {
  if (!isStageMark(next)) return false;
  if (next.name === "replay")
    return beforeReplay.has(now.name) || (now.name === "reveal" && now.step === WINNER_STEP);
  if (next.name === "reveal") return mayReveal(now, next);
  if (next.name === now.name)
    return next.name === "round" || next.alternates !== undefined || next.awards !== undefined;
  // Whoever goes back from a reveal to the ranking would tell the winner.
  return now.name !== "reveal" || next.name === "frozen" || next.name === "thanks";
}

function mayReveal(now: StageMark, { step = 0, skipped }: StageWish): boolean {
  if (now.name === "frozen") return step < WINNER_STEP;
  const by = Math.abs(step - (now.step ?? 0));
  return now.name === "reveal" && (by === 1 || (by === 0 && skipped !== undefined));
}
