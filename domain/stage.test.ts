import { describe, expect, it } from "vitest";
import {
  hiddenBest,
  isStageMark,
  isStageWish,
  mayFollow,
  nextStage,
  placeOfStep,
  revealOrder,
  type StageMark,
  type StageRecord,
  stageNames,
  WINNER_STEP,
} from "./stage.ts";

const prize = { award: "best-pair", guestId: "g1", photoId: "p1", value: 181.5 } as const;

const everywhere: readonly StageMark[] = stageNames.flatMap((name): StageMark[] =>
  name === "reveal" ? Array.from({ length: WINNER_STEP + 1 }, (_, step) => ({ name, step })) : [{ name }],
);
const followersOf = (now: StageMark) =>
  everywhere.filter((next) => mayFollow(now, next)).map(({ name, step }) => `${name}${step ?? ""}`);
const others = (...without: readonly string[]) => stageNames.filter((name) => !without.includes(name));

describe("which stage may follow", () => {
  it.each(["ranking", "wall", "thanks"] as const)("G1, G2: after %s every other one but a reveal", (name) => {
    expect(followersOf({ name })).toEqual(others(name, "reveal"));
  });

  it("G1, G11: after the join neither a reveal nor a replay", () => {
    expect(followersOf({ name: "join" })).toEqual(others("join", "reveal", "replay"));
  });

  it("G11: after a replay every other one but a reveal, or the replay from its start", () => {
    expect(followersOf({ name: "replay" })).toEqual(others("reveal"));
  });

  it("G1, G5: after a round every other one, or a round given anew", () => {
    expect(followersOf({ name: "round" })).toEqual(others("reveal"));
  });

  it("G7: the same step again where somebody else is passed over, and only there", () => {
    const skipped = ["g1"];
    expect(mayFollow({ name: "reveal", step: 4 }, { name: "reveal", step: 4, skipped })).toBe(true);
    expect(mayFollow({ name: "reveal", step: 4 }, { name: "reveal", step: 6, skipped })).toBe(false);
    expect(mayFollow({ name: "ranking" }, { name: "reveal", step: 0, skipped })).toBe(false);
  });

  it("G8: the same again where turns begin or end", () => {
    expect(mayFollow({ name: "wall" }, { name: "wall", alternates: true })).toBe(true);
    expect(mayFollow({ name: "wall" }, { name: "wall", alternates: false })).toBe(true);
    expect(mayFollow({ name: "wall" }, { name: "wall" })).toBe(false);
  });

  it("G10: the thanks again where prizes are given", () => {
    expect(mayFollow({ name: "thanks" }, { name: "thanks", awards: [prize] })).toBe(true);
    expect(mayFollow({ name: "thanks" }, { name: "thanks", awards: [] })).toBe(true);
    expect(mayFollow({ name: "thanks" }, { name: "thanks" })).toBe(false);
  });

  it("G2, G3: a reveal begins where the ranking is frozen, at any step but the winner's", () => {
    expect(followersOf({ name: "frozen" })).toEqual(
      [...others("frozen", "replay")].flatMap((name) =>
        name === "reveal" ? Array.from({ length: WINNER_STEP }, (_, step) => `reveal${step}`) : [name],
      ),
    );
  });

  it.each([
    [0, ["frozen", "reveal1", "thanks"]],
    [5, ["frozen", "reveal4", "reveal6", "thanks"]],
    [9, ["frozen", "reveal8", "reveal10", "thanks"]],
    [10, ["frozen", "reveal9", "replay", "thanks"]],
  ])("G2, G3, G11: from step %i it goes one step, back to the frozen ranking or to the end", (step, next) => {
    expect(followersOf({ name: "reveal", step })).toEqual(next);
  });
});

describe("a step", () => {
  it.each([
    [{ name: "reveal" }],
    [{ name: "reveal", step: -1 }],
    [{ name: "reveal", step: 11 }],
    [{ name: "reveal", step: 1.5 }],
    [{ name: "ranking", step: 0 }],
  ] as const)("G3: %j is none", (wrong) => {
    expect(isStageMark(wrong)).toBe(false);
    expect(mayFollow({ name: "frozen" }, wrong)).toBe(false);
  });

  it("G3: shows the places from the tenth to the first", () => {
    const places = Array.from({ length: WINNER_STEP + 1 }, (_, step) => placeOfStep(step));
    expect(places).toEqual([undefined, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });
});

describe("what a host may say of a stage", () => {
  it.each([
    [{ name: "round", minutes: 5 }, true],
    [{ name: "round", minutes: 1 }, true],
    [{ name: "round", minutes: 60 }, true],
    [{ name: "round" }, false],
    [{ name: "round", minutes: 0 }, false],
    [{ name: "round", minutes: 61 }, false],
    [{ name: "round", minutes: 2.5 }, false],
    [{ name: "wall", minutes: 5 }, false],
    [{ name: "reveal", step: 1, skipped: ["g1"] }, true],
    [{ name: "frozen", skipped: ["g1"] }, false],
    [{ name: "reveal", step: 1, skipped: Array.from({ length: 31 }, String) }, false],
    [{ name: "wall", alternates: true }, true],
    [{ name: "ranking", alternates: true }, true],
    [{ name: "thanks", alternates: true }, false],
    [{ name: "thanks", alternates: false }, true],
    [{ name: "thanks", awards: [prize] }, true],
    [{ name: "thanks", awards: Array.from({ length: 8 }, () => prize) }, false],
    [{ name: "wall", awards: [prize] }, false],
    [{ name: "reveal" }, false],
  ] as const)("G3, G5, G7, G8, G10: of %j: %s", (wish, isAllowed) => {
    expect(isStageWish(wish)).toBe(isAllowed);
  });
});

describe("the stage that follows", () => {
  const at = 1_800_000_000_000;
  const minute = 60_000;

  it("G5: a round takes what is sent within its minutes, and is given anew from now on", () => {
    const round = nextStage({ name: "ranking" }, { name: "round", minutes: 5 }, at);
    expect(round).toEqual({ name: "round", takesUntil: at + 5 * minute });
    expect(nextStage(round, { name: "round", minutes: 2 }, at + minute)).toEqual({
      name: "round",
      takesUntil: at + 3 * minute,
    });
  });

  it("G5: a freeze ends a round that still runs, leaves the end of one that is over, and is one without a round", () => {
    const round = { name: "round", takesUntil: at + 5 * minute } as const;
    expect(nextStage(round, { name: "frozen" }, at + minute).takesUntil).toBe(at + minute);
    expect(nextStage(round, { name: "frozen" }, at + 9 * minute).takesUntil).toBe(at + 5 * minute);
    expect(nextStage({ name: "wall" }, { name: "frozen" }, at).takesUntil).toBe(at);
  });

  it("G5: what was too late stays too late through reveal and thanks, and no longer", () => {
    const frozen: StageRecord = { name: "frozen", takesUntil: at };
    const reveal = nextStage(frozen, { name: "reveal", step: 0 }, at + minute);
    const again = nextStage(reveal, { name: "frozen" }, at + 2 * minute);
    const thanks = nextStage(reveal, { name: "thanks" }, at + 3 * minute);
    expect([reveal, again, thanks].map(({ takesUntil }) => takesUntil)).toEqual([at, at, at]);
    for (const name of ["join", "ranking", "wall"] as const)
      expect(nextStage(thanks, { name }, at + minute)).toEqual({ name });
    expect(nextStage({ name: "ranking" }, { name: "thanks" }, at)).toEqual({ name: "thanks" });
  });

  it("G6, G7: the result and who is passed over stay until the ranking is shown again", () => {
    const result = ["g1", "g2", "g3"];
    const reveal: StageRecord = { name: "reveal", step: 3, takesUntil: at, result };
    const skipping = nextStage(reveal, { name: "reveal", step: 3, skipped: ["g2"] }, at);
    expect(skipping).toEqual({ ...reveal, skipped: ["g2"] });
    expect(nextStage(skipping, { name: "frozen" }, at)).toMatchObject({ result, skipped: ["g2"] });
    expect(nextStage(skipping, { name: "thanks" }, at)).toMatchObject({ result, skipped: ["g2"] });
    expect(nextStage(skipping, { name: "reveal", step: 4, skipped: [] }, at).skipped).toEqual([]);
    for (const name of ["join", "ranking", "wall"] as const)
      expect(nextStage(skipping, { name }, at)).toEqual({ name });
    expect(nextStage(skipping, { name: "round", minutes: 1 }, at)).not.toHaveProperty("result");
  });

  it("G10: prizes stay with the thanks, until others are given or another stage comes", () => {
    const thanks = nextStage({ name: "reveal", step: 10 }, { name: "thanks", awards: [prize] }, at);
    expect(thanks.awards).toEqual([prize]);
    expect(nextStage(thanks, { name: "thanks", alternates: false }, at).awards).toEqual([prize]);
    expect(nextStage(thanks, { name: "thanks", awards: [] }, at).awards).toEqual([]);
    expect(nextStage(thanks, { name: "ranking" }, at)).toEqual({ name: "ranking" });
  });

  it("G11: a replay begins when it is ordered, and anew when it is ordered again", () => {
    const replay = nextStage({ name: "wall" }, { name: "replay" }, at);
    expect(replay).toEqual({ name: "replay", startedAt: at });
    expect(nextStage(replay, { name: "replay" }, at + minute).startedAt).toBe(at + minute);
    expect(nextStage(replay, { name: "thanks" }, at + minute)).toEqual({ name: "thanks" });
  });

  it("G5, G6, G11: between reveal and thanks it keeps end and result; a freeze after it begins a new one", () => {
    const told = { takesUntil: at, result: ["g1", "g2"], skipped: ["g2"] };
    const replay = nextStage({ name: "reveal", step: 10, ...told }, { name: "replay" }, at + minute);
    expect(replay).toEqual({ name: "replay", startedAt: at + minute, ...told });
    expect(nextStage(replay, { name: "thanks" }, at + minute)).toEqual({ name: "thanks", ...told });
    expect(nextStage(replay, { name: "frozen" }, at + minute)).toEqual({ name: "frozen", takesUntil: at });
    expect(nextStage(replay, { name: "ranking" }, at + minute)).toEqual({ name: "ranking" });
  });

  it("G8: turns are the stage's own", () => {
    const turns = nextStage({ name: "ranking" }, { name: "wall", alternates: true }, at);
    expect(turns).toEqual({ name: "wall", alternates: true });
    expect(nextStage(turns, { name: "ranking" }, at)).toEqual({ name: "ranking" });
  });
});

describe("who is revealed", () => {
  const result = Array.from({ length: 14 }, (_, index) => `g${index + 1}`);
  const everybody = () => true;

  it("G6: the best ten, without who is gone: the places close up", () => {
    expect(revealOrder({ result }, everybody)).toEqual(result.slice(0, 10));
    expect(revealOrder({ result }, (guestId) => guestId !== "g2")).toEqual(["g1", ...result.slice(2, 11)]);
    expect(revealOrder({}, everybody)).toEqual([]);
  });

  it("G7: nor who is passed over", () => {
    expect(revealOrder({ result, skipped: ["g1", "g3"] }, everybody)[0]).toBe("g2");
    expect(revealOrder({ result, skipped: ["g1", "g3"] }, everybody)).toHaveLength(10);
  });

  it("G3: the first step leaves nine of ten in the dark, the last nobody", () => {
    expect([0, 1, 9, 10].map(hiddenBest)).toEqual([10, 9, 1, 0]);
  });
});
