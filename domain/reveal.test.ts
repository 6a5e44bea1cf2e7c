import { describe, expect, it } from "vitest";
import {
  emptyBoard,
  hearPhotos,
  hearStandings,
  readSnapshot,
  type ShownStanding,
  type Stage,
} from "./board.ts";
import { usualScreen } from "./screen.ts";
import { resultOf, revealOf } from "./reveal.ts";

const names = Array.from({ length: 12 }, (_, index) => `g${index + 1}`);
const standing = (guestId: string, score: number, version = 1): ShownStanding => ({
  guestId,
  displayName: guestId,
  score,
  rankKey: `${String(Math.round(score * 10)).padStart(8, "0")}#${guestId}`,
  photoId: `photo-${guestId}`,
  image: `p/${guestId}`,
  faces: 1,
  photos: 1,
  version,
});
const stageAt = (step: number, more: Partial<Stage> = {}): Stage => ({
  name: "reveal",
  step,
  version: 5,
  result: names,
  ...more,
});
const known = hearStandings(
  emptyBoard,
  names.map((name, index) => standing(name, 120 - index)),
  0,
);
const seen = (state: typeof known, stage: Stage) =>
  revealOf(state, stage)
    .filter(({ isHidden }) => !isHidden)
    .map(({ guestId, place }) => [guestId, place]);

describe("a reveal on the board", () => {
  it("G3: tells nobody, then the tenth, then one more with each step, the winner last", () => {
    expect(seen(known, stageAt(0))).toEqual([]);
    expect(seen(known, stageAt(1))).toEqual([["g10", 10]]);
    expect(seen(known, stageAt(3))).toEqual([
      ["g8", 8],
      ["g9", 9],
      ["g10", 10],
    ]);
    expect(seen(known, stageAt(9))[0]).toEqual(["g2", 2]);
    expect(seen(known, stageAt(10))).toHaveLength(10);
    expect(seen(known, stageAt(10))[0]).toEqual(["g1", 1]);
  });

  it("G6: keeps the order of the result, and the places close up where somebody is gone", () => {
    const gone = { ...standing("g9", 0, 2), score: null, rankKey: null };
    const later = hearStandings(known, [gone, standing("g3", 500, 2)], 1);
    expect(seen(later, stageAt(3))).toEqual([
      ["g8", 8],
      ["g10", 9],
      ["g11", 10],
    ]);
    expect(seen(later, stageAt(10))[0]).toEqual(["g1", 1]);
  });

  it("G7: leaves out who is passed over", () => {
    expect(seen(known, stageAt(10, { skipped: ["g1"] }))[0]).toEqual(["g2", 1]);
  });

  it("G3: of fewer guests begins with the last of them", () => {
    const few = stageAt(4, { result: names.slice(0, 7) });
    expect(seen(known, few)).toEqual([["g7", 7]]);
    expect(seen(known, { ...few, step: 3 })).toEqual([]);
  });

  it("R5: who shares a score shares the place", () => {
    const tied = hearStandings(known, [standing("g2", 120, 2)], 1);
    expect(seen(tied, stageAt(10)).slice(0, 3)).toEqual([
      ["g1", 1],
      ["g2", 1],
      ["g3", 3],
    ]);
  });

  it("B7: shows no picture that was withdrawn", () => {
    const photo = {
      photoId: "photo-g10",
      guestId: "g10",
      displayName: "g10",
      image: null,
      width: null,
      height: null,
      faces: [],
      sentAt: 0,
      version: 2,
    };
    const [revealed] = revealOf(hearPhotos(known, [photo], 1), stageAt(1)).filter(
      ({ isHidden }) => !isHidden,
    );
    expect(revealed).toMatchObject({ guestId: "g10", image: null });
  });

  it("knows nobody who is not in the snapshot", () => {
    const stage = stageAt(10);
    const head = { title: "宴", language: "ja", theme: "hall-dark", joinCode: "CDFGHJ" } as const;
    const totals = { guests: 1, photos: 1 };
    const screen = { ...usualScreen, eventVersion: 1 };
    const state = readSnapshot(
      emptyBoard,
      { ...head, ...screen, totals, stage, standings: [standing("g4", 3)], photos: [] },
      0,
    );
    expect(seen(state, stage)).toEqual([["g4", 1]]);
  });
});

describe("the result as the MC has it on paper", () => {
  const ranking = names.map((guestId, index) => ({ guestId, score: index < 2 ? 90 : 80 - index }));
  const list = (result: Pick<Stage, "result" | "skipped">, rows = ranking) =>
    resultOf(rows, result).map(({ guestId, place }) => [guestId, place]);

  it("G6: is the ranking now, until the result is fixed", () => {
    expect(list({}).slice(0, 3)).toEqual([
      ["g1", 1],
      ["g2", 1],
      ["g3", 3],
    ]);
    expect(list({})).toHaveLength(12);
  });

  it("G6, G7: is then the fixed order, with those who move up, without those passed over and gone", () => {
    const fixed = { result: [...names].reverse(), skipped: ["g12"] };
    const present = ranking.filter(({ guestId }) => guestId !== "g11");
    expect(list(fixed, present).slice(0, 2)).toEqual([
      ["g10", 1],
      ["g9", 2],
    ]);
    expect(list(fixed, present)).toHaveLength(10);
    expect(list({ result: [] })).toEqual([]);
  });
});
