import fc from "fast-check";
import { expect, test } from "vitest";
import { eveningTime, MOST_PIECES, pieceOf } from "./evening-time.ts";

const MINUTE = 60_000;
const TOKYO = 9 * 60 * MINUTE;
const KATHMANDU = (5 * 60 + 45) * MINUTE;
const six = Date.UTC(2026, 10, 21, 9);

const minutesOf = (lastsMinutes: number): number =>
  eveningTime(six, six + lastsMinutes * MINUTE, TOKYO).pieceMs / MINUTE;

test("V2: pieces are the shortest of which there are at most 60", () => {
  expect([0, 59, 60, 119, 120, 299, 300, 600, 1_800, 3_599, 3_600].map(minutesOf)).toEqual([
    1, 1, 2, 2, 5, 5, 10, 15, 60, 60, 120,
  ]);
  // A year, by days: seven at a time.
  expect(minutesOf(365 * 1_440) / 1_440).toBe(7);
});

test("V2: pieces begin on round figures of the hall's clock", () => {
  const at = six + 7 * MINUTE + 31_000;
  expect(eveningTime(at, at + 200 * MINUTE, TOKYO)).toEqual({
    beginsAt: six + 5 * MINUTE,
    pieceMs: 5 * MINUTE,
    pieces: 41,
  });
  // Full hours there lie at a quarter past here.
  const { beginsAt } = eveningTime(at, at + 3_000 * MINUTE, KATHMANDU);
  expect(new Date(beginsAt + KATHMANDU).toISOString()).toBe("2026-11-21T14:00:00.000Z");
});

test("V2: every time of an evening lies in one of its pieces", () => {
  const at = fc.integer({ min: 0, max: 400 * 1_440 * MINUTE });
  const zone = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15 * MINUTE);
  fc.assert(
    fc.property(at, at, zone, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, zoneMs, share) => {
      const [first, last] = [six + Math.min(a, b), six + Math.max(a, b)];
      const time = eveningTime(first, last, zoneMs);
      const within = Math.round(first + (last - first) * share);
      expect(time.pieces).toBeLessThanOrEqual(MOST_PIECES);
      expect(pieceOf(time, first)).toBe(0);
      expect(pieceOf(time, last)).toBe(time.pieces - 1);
      expect(time.beginsAt + pieceOf(time, within) * time.pieceMs).toBeLessThanOrEqual(within);
      expect(time.beginsAt + (pieceOf(time, within) + 1) * time.pieceMs).toBeGreaterThan(within);
    }),
  );
});
