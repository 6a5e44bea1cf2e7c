import fc from "fast-check";
import { expect, test } from "vitest";
import { ladderOf, placeOf, rank } from "./ranking.ts";
import { standingOf } from "./standing.ts";

const standing = (guestId: string, score: number, sentAt: number) => {
  const { rankKey = "" } = standingOf([{ photoId: "p", score, sentAt, state: "shown" }], { guestId });
  return { guestId, score, rankKey };
};

test("R5 ties share a place and the next is skipped", () => {
  const ranked = rank([
    standing("d", 10, 4),
    standing("b", 50, 2),
    standing("c", 50, 3),
    standing("a", 90, 1),
  ]);
  expect(ranked.map(({ guestId, place }) => [guestId, place])).toEqual([
    ["a", 1],
    ["b", 2],
    ["c", 2],
    ["d", 4],
  ]);
});

test("R5 when all are tied everybody is first, in the order of arrival", () => {
  const ranked = rank([standing("b", 50, 2), standing("a", 50, 1)]);
  expect(ranked.map(({ guestId, place }) => [guestId, place])).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
});

test("R5 a counted place equals the place in the full ranking", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }), (scores) => {
      const ranked = rank(scores.map((score, index) => standing(`g${index}`, score, index)));
      for (const { score, place } of ranked) {
        const above = scores.filter((other) => other > score).length;
        expect(placeOf(score, above, true, undefined)).toBe(place);
      }
    }),
  );
});

test("R6 the ladder has every place up to 100 and few beyond", () => {
  const scores = Array.from({ length: 12_000 }, (_, index) => 12_000 - index);
  const { rungs } = ladderOf(scores);
  expect(rungs.slice(0, 100).map(({ place }) => place)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 1),
  );
  expect(rungs.length).toBeLessThan(700);
  expect(rungs.at(-1)).toEqual({ place: 12_000, score: 1 });
});

test("R6 beyond the counted page the ladder tells the place, never a better one than counted", () => {
  const scores = Array.from({ length: 5000 }, (_, index) => 5000 - index);
  const ladder = ladderOf(scores);
  const place = placeOf(1000, 100, false, ladder);
  expect(place).toBeGreaterThan(3950);
  expect(place).toBeLessThanOrEqual(4001);
  expect(placeOf(4990, 100, false, ladder)).toBe(101);
});
