import {
  mayFollow,
  placeOfStep,
  type StageMark,
  type StageName,
  type StageWish,
  WINNER_STEP,
} from "#domain/stage";
import type { HostRemoteWords } from "#domain/words/host-remote-words";

/** The stage that a button of its name leads to. */
export function wishOf(name: StageName, minutes: number): StageWish {
  if (name === "reveal") return { name, step: 0 };
  return name === "round" ? { name, minutes } : { name };
}

/** One step on in a reveal; undefined where there is none. */
export function forwardOf(now: StageMark): StageMark | undefined {
  return stepBy(now, 1);
}

export function backOf(now: StageMark): StageMark | undefined {
  return stepBy(now, -1);
}

function stepBy(now: StageMark, by: 1 | -1): StageMark | undefined {
  if (now.name !== "reveal") return undefined;
  const next: StageMark = { name: "reveal", step: (now.step ?? 0) + by };
  return mayFollow(now, next) ? next : undefined;
}

/** Where a reveal that was left for the frozen stage goes on; undefined before the first place. */
export function resumeOf(now: StageMark, leftAt: number | null): StageMark | undefined {
  if (now.name !== "frozen" || leftAt === null || leftAt === 0) return undefined;
  return { name: "reveal", step: Math.min(leftAt, WINNER_STEP - 1) };
}

/** Where in the reveal the room is. */
export function stepInWords(step: number, words: HostRemoteWords): string {
  const place = placeOfStep(step);
  if (place === undefined) return words.revealBegins;
  return step === WINNER_STEP ? words.atWinner : words.atPlace(place);
}

export function forwardInWords(step: number, words: HostRemoteWords): string {
  const place = placeOfStep(step);
  return step === WINNER_STEP || place === undefined ? words.nextWinner : words.nextPlace(place);
}

export function backInWords(step: number, words: HostRemoteWords): string {
  const place = placeOfStep(step);
  return place === undefined ? words.backToBeginning : words.backToPlace(place);
}
