import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type HeardPhoto,
  lacksPhotos,
  noPhotos,
  wholePhotos,
  withHeard,
  withoutMissing,
  withRead,
} from "./known-photos.ts";
import type { NumbersPhoto } from "./numbers-photo.ts";

const photo = (version: number, more: Partial<NumbersPhoto> = {}): NumbersPhoto => ({
  photoId: "1",
  guestId: "g",
  displayName: "花子",
  sentAt: 1,
  state: "shown",
  score: 90,
  faceCount: 1,
  smiles: 1,
  missions: ["cake"],
  emotions: { HAPPY: 90 },
  version,
  ...more,
});
const told = (version: number, more: Partial<HeardPhoto> = {}): HeardPhoto => {
  const { smiles: _smiles, missions: _missions, emotions: _emotions, ...heard } = photo(version, more);
  return heard;
};

test("V1: a new photo is in the numbers when its faces are read, not before", () => {
  const heard = withHeard(noPhotos, [told(1)], 0);
  expect([wholePhotos(heard), lacksPhotos(heard)]).toEqual([[], true]);
  const read = withRead(heard, [photo(1)], 0);
  expect([wholePhotos(read), lacksPhotos(read)]).toEqual([[photo(1)], false]);
});

test("what waits or is hidden counts as such at once, and is read before it is shown", () => {
  const waiting = withHeard(noPhotos, [told(1, { state: "pending" })], 0);
  expect(wholePhotos(waiting).map(({ state }) => state)).toEqual(["pending"]);
  expect(lacksPhotos(waiting)).toBe(false);
  expect(lacksPhotos(withHeard(waiting, [told(2)], 0))).toBe(true);
});

test("V1: a hidden photo leaves at once, and comes back without another question", () => {
  const known = withRead(noPhotos, [photo(1)], 0);
  const hidden = withHeard(known, [told(2, { state: "hidden" })], 0);
  expect(wholePhotos(hidden)).toEqual([photo(2, { state: "hidden" })]);
  const back = withHeard(hidden, [told(3, { score: 95 })], 0);
  expect(wholePhotos(back)).toEqual([photo(3, { score: 95 })]);
  expect(lacksPhotos(back)).toBe(false);
});

test("a photo whose faces are others than were known is asked for again", () => {
  const known = withRead(noPhotos, [photo(1, { faceCount: 0, emotions: {} })], 0);
  expect(lacksPhotos(withHeard(known, [told(2)], 0))).toBe(true);
});

test("B1, B2: in whatever order it is heard and read, the newest is what counts, removals included", () => {
  const states = ["shown", "hidden", "removed", "shown"] as const;
  const news = states.flatMap((state, index) => [
    { isRead: true, version: index, state },
    { isRead: false, version: index, state },
  ]);
  fc.assert(
    fc.property(fc.shuffledSubarray(news, { minLength: 1 }), (order) => {
      const known = order.reduce(
        (before, { isRead, version, state }) =>
          isRead
            ? withRead(before, [photo(version, { state })], 0)
            : withHeard(before, [told(version, { state })], 0),
        noPhotos,
      );
      const newest = Math.max(...order.map(({ version }) => version));
      expect([...known.values()].map(({ photo: { version, state } }) => [version, state])).toEqual([
        [newest, states[newest]],
      ]);
    }),
  );
});

test("B4: what a reading of all does not hold is gone, unless it was heard of just before", () => {
  const known = withHeard(withRead(noPhotos, [photo(1)], 10_000), [told(1, { photoId: "2" })], 18_000);
  expect([...withoutMissing(known, new Set(), 20_000).keys()]).toEqual(["2"]);
  expect(withoutMissing(known, new Set(["1"]), 20_000)).toBe(known);
});
