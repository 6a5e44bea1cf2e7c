import { describe, expect, it } from "vitest";
import { isStageMark, mayFollow, placeOfStep, type StageMark, stageNames, WINNER_STEP } from "./stage.ts";

const everywhere: readonly StageMark[] = stageNames.flatMap((name): StageMark[] =>
  name === "reveal" ? Array.from({ length: WINNER_STEP + 1 }, (_, step) => ({ name, step })) : [{ name }],
);
const followersOf = (now: StageMark) =>
  everywhere.filter((next) => mayFollow(now, next)).map(({ name, step }) => `${name}${step ?? ""}`);
const others = (...without: readonly string[]) => stageNames.filter((name) => !without.includes(name));

describe("which stage may follow", () => {
  it.each(["join", "ranking", "wall", "round", "thanks"] as const)(
    "G1, G2: after %s every other one but a reveal",
    (name) => {
      expect(followersOf({ name })).toEqual(others(name, "reveal"));
    },
  );

  it("G2, G3: a reveal begins where the ranking is frozen, at any step but the winner's", () => {
    expect(followersOf({ name: "frozen" })).toEqual(
      [...others("frozen")].flatMap((name) =>
        name === "reveal" ? Array.from({ length: WINNER_STEP }, (_, step) => `reveal${step}`) : [name],
      ),
    );
  });

  it.each([
    [0, ["frozen", "reveal1", "thanks"]],
    [5, ["frozen", "reveal4", "reveal6", "thanks"]],
    [9, ["frozen", "reveal8", "reveal10", "thanks"]],
    [10, ["frozen", "reveal9", "thanks"]],
  ])("G2, G3: from step %i it goes one step, back to the frozen ranking or to the end", (step, next) => {
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
