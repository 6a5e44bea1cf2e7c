import fc from "fast-check";
import { expect, test } from "vitest";
import { type PhotoState, photoStates } from "./photo.ts";
import { bySending, isOverLimit } from "./photo-limit.ts";

const photo = (photoId: string, state: PhotoState = "shown", sentAt = Number(photoId)) => ({
  photoId,
  state,
  sentAt,
});

test("P7 without a limit every photo takes part", () => {
  expect(isOverLimit(photo("2"), [photo("1")], undefined)).toBe(false);
});

test("P7 so many that are shown or wait were sent before it, and then it is one too many", () => {
  const before = [photo("1"), photo("2", "pending")];
  expect(isOverLimit(photo("3"), before, 2)).toBe(true);
  expect(isOverLimit(photo("3"), before, 3)).toBe(false);
});

test("P7 what is hidden or was taken back takes no room, nor the photo itself, nor what was sent later", () => {
  const own = [photo("1", "hidden"), photo("2", "removed"), photo("3"), photo("4")];
  expect(isOverLimit(photo("3"), own, 1)).toBe(false);
  expect(isOverLimit(photo("4"), own, 1)).toBe(true);
});

test("P7 of two sent at the same moment the smaller id goes first", () => {
  const [one, other] = [photo("1", "shown", 5), photo("2", "shown", 5)];
  expect(isOverLimit(one, [one, other], 1)).toBe(false);
  expect(isOverLimit(other, [other, one], 1)).toBe(true);
});

test("P7 bySending orders any photos in one way", () => {
  const anyPhotos = fc.uniqueArray(
    fc.record({
      photoId: fc.string({ minLength: 1, maxLength: 2 }),
      sentAt: fc.integer({ min: 0, max: 2 }),
      state: fc.constantFrom(...photoStates),
    }),
    { selector: ({ photoId }) => photoId },
  );
  fc.assert(
    fc.property(anyPhotos, (photos) => {
      expect(photos.toSorted(bySending)).toEqual(photos.toReversed().toSorted(bySending));
      for (const one of photos) expect(bySending(one, one)).toBe(0);
    }),
  );
});
