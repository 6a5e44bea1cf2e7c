import {
  mayFollow,
  placeOfStep,
  type StageName,
  type StageRecord,
  type StageWish,
  WINNER_STEP,
} from "#domain/stage";

const shows: Readonly<Record<StageName, string>> = {
  join: "how to take part",
  ranking: "the smile ranking",
  wall: "all photos, without scores",
  round: "a shooting round",
  frozen: "no more photos, and the result is to come",
  reveal: "the reveal",
  replay: "the evening's ranking once more, in one minute",
  thanks: "thanks to everybody",
};

/** What the room sees, in one line. */
export function stageInWords({ name, step, takesUntil, alternates }: StageRecord): string {
  if (name === "reveal") return `reveal, step ${step} of ${WINNER_STEP}: ${stepInWords(step ?? 0)}`;
  if (name === "round" && takesUntil !== undefined)
    return `round: photos count until ${new Date(takesUntil).toLocaleTimeString("en-GB")}`;
  return `${name}: ${alternates === true ? "ranking and wall in turns" : shows[name]}`;
}

function stepInWords(step: number): string {
  const place = placeOfStep(step);
  if (place === undefined) return "nobody yet";
  return place === 1 ? "the winner" : `place ${place}`;
}

/** G1–G3, G11: why a wish may not follow, and what may; undefined where it may. */
export function whyNot(now: StageRecord, wish: StageWish): string | undefined {
  if (mayFollow(now, wish)) return undefined;
  if (wish.name === "reveal") return whyNoReveal(now, wish.step ?? 0);
  if (now.name === "reveal")
    return wish.name === "replay"
      ? "A replay comes after the winner: it would tell too early."
      : `After a reveal come "frozen" and "thanks" only, and "replay" after the winner: ${wish.name} would tell the winner too early.`;
  if (wish.name === "replay")
    return now.name === "frozen"
      ? "After a freeze a replay would tell the result: first comes the reveal, or the ranking."
      : "There is nothing to tell again yet: a replay follows ranking, wall, round, thanks or the winner.";
  return `The screens show ${stageInWords(now)} already.`;
}

function whyNoReveal(now: StageRecord, step: number): string {
  if (now.name === "frozen")
    return `The winner is a step of its own: go to step ${WINNER_STEP - 1} at most, then next.`;
  if (now.name !== "reveal")
    return `A reveal begins after a freeze: npm run stage -- frozen. The screens show ${stageInWords(now)}.`;
  if (step > WINNER_STEP) return `The winner stands on the screens: "thanks" ends the show.`;
  if (step < 0) return `Nobody is revealed yet: there is nothing before.`;
  return `A reveal goes one step at a time, next or back: it is at step ${now.step} (${stepInWords(now.step ?? 0)}).`;
}
