import fc from "fast-check";
import { expect, test } from "vitest";
import { type Photo, photoStates } from "./photo.ts";
import { standingOf } from "./standing.ts";

const guest = { guestId: "g1" };
const photo = (photoId: string, score: number, sentAt: number, state: Photo["state"] = "shown"): Photo => ({
  photoId,
  score,
  sentAt,
  state,
});

const anyPhoto = fc.record({
  photoId: fc.string({ minLength: 1 }),
  score: fc.integer({ min: 0, max: 100_000 }).map((tenths) => tenths / 10),
  sentAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  state: fc.constantFrom(...photoStates),
});
const anyPhotos = fc.uniqueArray(anyPhoto, { selector: (each) => each.photoId });

test("R1 the order of arrival never matters", () => {
  fc.assert(
    fc.property(anyPhotos, fc.nat(), (photos, seed) => {
      const shuffled = photos.toSorted((a, b) => order(a.photoId, seed) - order(b.photoId, seed));
      expect(standingOf(shuffled, guest)).toEqual(standingOf(photos, guest));
    }),
  );
});

test("R1 a hidden photo counts as if it had never come", () => {
  fc.assert(
    fc.property(anyPhotos, fc.nat(), (photos, index) => {
      const chosen = photos[index % Math.max(1, photos.length)];
      const hidden = photos.map((each) => (each === chosen ? { ...each, state: "hidden" as const } : each));
      const without = photos.filter((each) => each !== chosen);
      expect(standingOf(hidden, guest)).toEqual(standingOf(without, guest));
    }),
  );
});

test("R2 the best shown photo counts", () => {
  const standing = standingOf(
    [photo("a", 80, 5), photo("b", 142.6, 2), photo("c", 300, 3, "hidden"), photo("d", 90, 1)],
    guest,
  );
  expect(standing.score).toBe(142.6);
  expect(standing.best?.photoId).toBe("b");
  expect(standing.photos).toBe(3);
});

test("R2 of two equal photos the earlier one counts", () => {
  expect(standingOf([photo("late", 90, 9), photo("early", 90, 3)], guest).best?.photoId).toBe("early");
});

test("R3 rank keys sort by score, then by who got there first, then by guest", () => {
  const key = (score: number, sentAt: number, guestId: string): string =>
    standingOf([photo("p", score, sentAt)], { guestId }).rankKey ?? "";
  const best = key(1000.1, 1_800_000_000_000, "b");
  const earlier = key(99.9, 1_700_000_000_000, "a");
  const later = key(99.9, 1_700_000_000_001, "z");
  const sameMoment = key(99.9, 1_700_000_000_000, "0");
  expect([later, best, sameMoment, earlier].toSorted().toReversed()).toEqual([
    best,
    earlier,
    sameMoment,
    later,
  ]);
});

test("R4 pending, hidden and removed photos give no place", () => {
  const photos = [photo("a", 90, 1, "pending"), photo("b", 90, 1, "hidden"), photo("c", 90, 1, "removed")];
  expect(standingOf(photos, guest)).toEqual({ photos: 0 });
});

test("R4 an excluded guest has photos but no place", () => {
  expect(standingOf([photo("a", 90, 1)], { guestId: "bride", excluded: true })).toEqual({ photos: 1 });
});

function order(id: string, seed: number): number {
  return [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0) + seed) % 9973, seed);
}
