import { describe, expect, it } from "vitest";
import type { RankedStanding } from "#domain/board";
import { climbsBetween, newLeader, nextPace, REORDER_MS, unmoved } from "./ranking-pace.ts";

const row = (guestId: string, place: number, image: string | null = "p/1"): RankedStanding => ({
  guestId,
  displayName: guestId,
  score: 100 - place,
  rankKey: String(100 - place),
  photoId: guestId,
  image,
  faces: 1,
  photos: 1,
  version: 1,
  place,
});
const ranking = (order: string) => [...order].map((guestId, index) => row(guestId, index + 1));
const order = (rows: readonly RankedStanding[]) => rows.map((shown) => shown.guestId).join("");

describe("the pace of reorders", () => {
  const first = nextPace(unmoved, ranking("abc"), 1_000);

  it("shows the first reorder at once", () => {
    expect(order(first.shown)).toBe("abc");
    const later = nextPace(first, ranking("bac"), 1_000 + REORDER_MS);
    expect(order(later.shown)).toBe("bac");
    expect(later.waitMs).toBe(0);
  });

  it("lets the next one wait for the rest of its time, then shows the newest", () => {
    const held = nextPace(first, ranking("bac"), 1_500);
    expect([order(held.shown), held.waitMs]).toEqual(["abc", REORDER_MS - 500]);
    const still = nextPace(held, ranking("cba"), 2_900);
    expect([order(still.shown), still.waitMs]).toEqual(["abc", 100]);
    expect(order(nextPace(still, ranking("cba"), 3_000).shown)).toBe("cba");
  });

  it("shows a removal at once, with everything else", () => {
    const next = nextPace(first, ranking("cb"), 1_001);
    expect([order(next.shown), next.movedAt]).toEqual(["cb", 1_001]);
  });

  it("is not held up by what moves nobody: scores, names, places below the screen", () => {
    const rows = ranking("abc").map((shown) => ({ ...shown, score: shown.score + 0.5 }));
    const next = nextPace(first, rows, 1_001);
    expect([next.shown, next.movedAt]).toEqual([rows, 1_000]);
    const ten = nextPace(unmoved, ranking("abcdefghijkl"), 0);
    expect(order(nextPace(ten, ranking("abcdefghijlk"), 1).shown)).toBe("abcdefghijlk");
  });

  it("takes a withdrawn picture away even from a row that waits", () => {
    const held = nextPace(first, [row("b", 1), row("a", 2, null), row("c", 3)], 1_100);
    expect(held.shown.map((shown) => [shown.guestId, shown.image])).toEqual([
      ["a", null],
      ["b", "p/1"],
      ["c", "p/1"],
    ]);
  });
});

describe("what is called out", () => {
  it("is a climb of three places or more, also from below the screen", () => {
    const climbs = climbsBetween(ranking("abcdefghijklm"), ranking("ambcdefghijkl"));
    expect([...climbs]).toEqual([["m", 11]]);
    expect([...climbsBetween(ranking("abcd"), ranking("dabc"))]).toEqual([["d", 3]]);
    expect([...climbsBetween(ranking("abcd"), ranking("acbd"))]).toEqual([]);
  });

  it("is not a guest who was never ranked before", () => {
    expect([...climbsBetween(ranking("abcd"), ranking("xabcd"))]).toEqual([]);
  });

  it("is not what a withdrawal brings: nobody was overtaken", () => {
    expect([...climbsBetween(ranking("abcdef"), ranking("ef"))]).toEqual([]);
    expect(newLeader(ranking("abc"), ranking("bc"))).toBeNull();
  });

  it("is a new leader, but not the first one", () => {
    expect(newLeader(ranking("ab"), ranking("ba"))).toBe("b");
    expect(newLeader(ranking("ab"), ranking("ab"))).toBeNull();
    expect(newLeader([], ranking("ab"))).toBeNull();
    expect(newLeader(ranking("ab"), [])).toBeNull();
  });
});
