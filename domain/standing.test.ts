import fc from "fast-check";
import { expect, test } from "vitest";
import { type Photo, photoStates } from "./photo.ts";
import { standingOf } from "./standing.ts";
import { standingRules } from "./standing-rule.ts";

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

const anyRule = fc.constantFrom(...standingRules);

test("R1 the order of arrival never matters", () => {
  fc.assert(
    fc.property(anyPhotos, anyRule, fc.nat(), (photos, rule, seed) => {
      const shuffled = photos.toSorted((a, b) => order(a.photoId, seed) - order(b.photoId, seed));
      expect(standingOf(shuffled, guest, rule)).toEqual(standingOf(photos, guest, rule));
    }),
  );
});

test("R1 hiding a photo and undoing it changes nothing", () => {
  fc.assert(
    fc.property(anyPhotos, anyRule, fc.nat(), (photos, rule, index) => {
      const chosen = photos[index % Math.max(1, photos.length)];
      const before = standingOf(photos, guest, rule);
      const hidden = photos.map((each) => (each === chosen ? { ...each, state: "hidden" as const } : each));
      const undone = hidden.map((each) =>
        each.photoId === chosen?.photoId ? { ...each, state: chosen.state } : each,
      );
      expect(standingOf(undone, guest, rule)).toEqual(before);
    }),
  );
});

test("R2 a further photo never costs points", () => {
  fc.assert(
    fc.property(anyPhotos, anyPhoto, anyRule, (photos, another, rule) => {
      const others = photos.filter(({ photoId }) => photoId !== another.photoId);
      const before = standingOf(others, guest, rule).score ?? 0;
      expect(standingOf([...others, another], guest, rule).score ?? 0).toBeGreaterThanOrEqual(before);
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

test("R2 the three best together, and falling weights", () => {
  const photos = [photo("a", 80, 5), photo("b", 140, 2), photo("c", 10, 3), photo("d", 90.1, 1)];
  expect(standingOf(photos, guest, "best-three")).toMatchObject({ score: 310.1, best: { photoId: "b" } });
  // 140 + 90.1 / 2 + 80 / 4 + 10 / 8 = 206.3
  expect(standingOf(photos, guest, "diminishing").score).toBe(206.3);
});

test("R3 who reached a sum first is told by the latest photo that gave points", () => {
  const key = (latest: number): string =>
    standingOf([photo("a", 80, 1), photo("b", 70, latest), photo("c", 0, 99)], guest, "best-three").rankKey ??
    "";
  expect(key(5) > key(6)).toBe(true);
  expect(key(5)).toBe(standingOf([photo("a", 80, 1), photo("b", 70, 5)], guest, "best-three").rankKey);
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
