import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { climbOf } from "./climb.ts";
import type { EveningTime } from "./evening-time.ts";
import { numbersOf } from "./numbers.ts";
import type { NumbersPhoto } from "./numbers-photo.ts";
import { standingRules } from "./standing-rule.ts";

const MINUTE = 60_000;
const time: EveningTime = { beginsAt: 0, pieceMs: MINUTE, pieces: 4 };
const everybody = () => true;
let ids = 0;
const photo = (guestId: string, minute: number, score: number): NumbersPhoto => ({
  photoId: String((ids += 1)),
  guestId,
  displayName: guestId.toUpperCase(),
  sentAt: minute * MINUTE,
  state: "shown",
  score,
  faceCount: 1,
  smiles: 1,
  missions: [],
  emotions: {},
  version: 1,
});
/** By guest, `PLACE:SCORE` at the end of each piece. */
const told = (...climb: Parameters<typeof climbOf>): unknown =>
  climbOf(...climb).map(({ guestId, steps }) =>
    [guestId, ...steps.map((step) => (step === null ? "-" : `${step.place}:${step.score}`))].join(" "),
  );

describe("V5: the climb", () => {
  const evening = [
    photo("b", 2.5, 120),
    photo("a", 0.2, 50),
    photo("a", 0.9, 80),
    photo("b", 1.1, 80),
    photo("c", 3, 10),
    photo("a", 3.9, 70),
  ];

  test("tells place and points at the end of each piece, the best now first", () => {
    expect(told(evening, time, "best", everybody)).toEqual([
      "b - 1:80 1:120 1:120",
      "a 1:80 1:80 2:80 2:80",
      "c - - - 3:10",
    ]);
  });

  test("counts as the event does, and of equal ones who got there first is first", () => {
    expect(told(evening, time, "best-three", everybody)).toEqual([
      "b - 2:80 1:200 1:200",
      "a 1:130 1:130 2:130 1:200",
      "c - - - 3:10",
    ]);
  });

  test("R4: who has no place is in nobody's way", () => {
    expect(told(evening, time, "best", (guestId) => guestId !== "b")).toEqual([
      "a 1:80 1:80 1:80 1:80",
      "c - - - 2:10",
    ]);
  });

  test("V1: what is not shown gives nothing", () => {
    const hidden = evening.map((one) => (one.guestId === "b" ? { ...one, state: "hidden" as const } : one));
    expect(told(hidden, time, "best", everybody)).toEqual(
      told(evening, time, "best", (guestId) => guestId !== "b"),
    );
  });

  test("follows ten, and counts everybody's places", () => {
    const many = Array.from({ length: 13 }, (_, index) => photo(`g${index}`, 3 - index / 5, 100 + index));
    const climb = climbOf(many, time, "best", everybody);
    expect(climb.map(({ guestId, place }) => [guestId, place])).toEqual(
      Array.from({ length: 10 }, (_, index) => [`g${12 - index}`, index + 1]),
    );
    expect(climb[0]?.displayName).toBe("G12");
  });

  test("is nothing before the first photo", () => {
    expect(climbOf([], null, "best", everybody)).toEqual([]);
  });
});

test("R2, R5: points only rise, and where everybody is told each place is one more than those who are better", () => {
  const sent = fc.record({
    guestId: fc.constantFrom("a", "b", "c", "d", "e"),
    minute: fc.double({ min: 0, max: 3.99, noNaN: true }),
    score: fc.integer({ min: 0, max: 20 }).map((tens) => tens * 10),
  });
  fc.assert(
    fc.property(fc.array(sent, { maxLength: 30 }), fc.constantFrom(...standingRules), (all, rule) => {
      const photos = all.map(({ guestId, minute, score }) => photo(guestId, minute, score));
      const own = numbersOf(photos, 0).time;
      const climb = climbOf(photos, own, rule, everybody);
      expect(climb.length).toBe(new Set(all.map(({ guestId }) => guestId)).size);
      for (const [piece] of Array.from({ length: own?.pieces ?? 0 }).entries()) {
        const here = climb.flatMap(({ steps }) => steps[piece] ?? []);
        for (const { place, score } of here)
          expect(place).toBe(1 + here.filter((other) => other.score > score).length);
      }
      for (const { steps } of climb)
        for (const [index, step] of steps.entries())
          expect(step?.score ?? -1).toBeGreaterThanOrEqual(steps[index - 1]?.score ?? -1);
    }),
  );
});
