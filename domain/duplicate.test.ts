import fc from "fast-check";
import { expect, test } from "vitest";
import { bitsBetween, duplicateOf, type KnownPhoto, NEAR_BITS } from "./duplicate.ts";

const known = (photoId: string, more: Partial<KnownPhoto> = {}): KnownPhoto => ({
  photoId,
  guestId: "hanako",
  state: "shown",
  sentAt: Number(photoId),
  contentHash: `bytes-${photoId}`,
  ...more,
});
const LOOK = "00ff00ff00ff00ff";
/** Differs from `LOOK` in so many bits. */
const look = (bits: number): string =>
  (BigInt(`0x${LOOK}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, "0");

test("D1 the same bytes are a duplicate, whoever sent them", () => {
  const first = known("1", { contentHash: "same", guestId: "taro" });
  expect(duplicateOf(known("2", { contentHash: "same" }), [first])).toEqual({
    of: "1",
    likeness: "same-bytes",
  });
});

test("D2 nearly the same look is a duplicate among a guest's own photos only", () => {
  const first = known("1", { lookHash: LOOK });
  const near = known("2", { lookHash: look(NEAR_BITS) });
  expect(duplicateOf(near, [first])).toEqual({ of: "1", likeness: "near-look" });
  expect(duplicateOf(near, [{ ...first, guestId: "taro" }])).toBeUndefined();
  expect(duplicateOf(known("3", { lookHash: look(NEAR_BITS + 1) }), [first])).toBeUndefined();
});

test("D3 the very same look is a duplicate across guests", () => {
  const first = known("1", { lookHash: LOOK, guestId: "taro" });
  expect(duplicateOf(known("2", { lookHash: LOOK }), [first])).toEqual({ of: "1", likeness: "same-look" });
});

test("D5 of two that race the later one is the duplicate, on every machine", () => {
  const [one, other] = [known("1", { contentHash: "same" }), known("2", { contentHash: "same" })];
  expect(duplicateOf(one, [one, other])).toBeUndefined();
  expect(duplicateOf(other, [one, other])?.of).toBe("1");
  const sameMoment = known("0", { contentHash: "same", sentAt: 1 });
  expect(duplicateOf(one, [sameMoment])?.of).toBe("0");
  expect(duplicateOf(sameMoment, [one])).toBeUndefined();
});

test("D5 the earliest of several is the original", () => {
  const same = ["3", "1", "2"].map((photoId) => known(photoId, { contentHash: "same" }));
  expect(duplicateOf(known("4", { contentHash: "same" }), same)?.of).toBe("1");
});

test("D5 a photo that was taken back is nobody's original, a hidden one is", () => {
  const repeated = known("2", { contentHash: "same" });
  expect(duplicateOf(repeated, [known("1", { contentHash: "same", state: "removed" })])).toBeUndefined();
  expect(duplicateOf(repeated, [known("1", { contentHash: "same", state: "hidden" })])?.of).toBe("1");
});

test("D5 of any number of equal photos exactly one is no duplicate, in any order", () => {
  const anyPhotos = fc.uniqueArray(
    fc.record({ photoId: fc.string({ minLength: 1, maxLength: 3 }), sentAt: fc.integer({ min: 0, max: 3 }) }),
    { selector: ({ photoId }) => photoId, minLength: 1 },
  );
  fc.assert(
    fc.property(anyPhotos, (drawn) => {
      const photos = drawn.map(({ photoId, sentAt }) => known(photoId, { sentAt, contentHash: "same" }));
      const originals = photos.filter((photo) => duplicateOf(photo, photos.toReversed()) === undefined);
      expect(originals).toHaveLength(1);
    }),
  );
});

test("D2 bits are counted, not digits", () => {
  expect(bitsBetween("0000000000000000", "ffffffffffffffff")).toBe(64);
  expect(bitsBetween("0000000000000001", "0000000000000002")).toBe(2);
});
