import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbersOf } from "./numbers.ts";
import type { NumbersPhoto } from "./numbers-photo.ts";

const MINUTE = 60_000;
const six = Date.UTC(2026, 10, 21, 18);

const photo = (photoId: string, minute: number, more: Partial<NumbersPhoto> = {}): NumbersPhoto => ({
  photoId,
  guestId: "hanako",
  displayName: "花子",
  sentAt: six + minute * MINUTE,
  state: "shown",
  score: 0,
  faceCount: 0,
  smiles: 0,
  missions: [],
  emotions: {},
  version: 1,
  ...more,
});

/** Four shown photos of two guests within five minutes, and four that are not to be counted. */
const evening: readonly NumbersPhoto[] = [
  photo("1", 0, { score: 90, faceCount: 1, smiles: 1, emotions: { HAPPY: 90, CALM: 10 } }),
  photo("2", 1, { score: 240, faceCount: 3, smiles: 3, emotions: { HAPPY: 80, CALM: 5 } }),
  photo("3", 1.5, { guestId: "taro", score: 200, faceCount: 4, smiles: 2, emotions: { HAPPY: 50, SAD: 25 } }),
  photo("4", 4, { guestId: "taro", missions: ["cake"] }),
  photo("5", 2, { state: "pending", guestId: "yui", score: 99, faceCount: 1, emotions: { HAPPY: 99 } }),
  photo("6", 2, { state: "hidden", guestId: "yui", score: 99, faceCount: 1, emotions: { FEAR: 99 } }),
  photo("7", 2, { state: "hidden", guestId: "yui" }),
  photo("8", 30, { state: "removed", guestId: "yui" }),
];

describe("a small evening, counted by hand", () => {
  const numbers = numbersOf(evening, 0);

  test("V1, V4: only what is shown counts", () => {
    expect(numbers).toMatchObject({ photos: 4, faces: 8, smiles: 6, guests: 2, pending: 1, hidden: 2 });
  });

  test("V3: happiness is the mean over faces, not over photos", () => {
    // (90 + 3 × 80 + 4 × 50) / 8
    expect(numbers.happiness).toBe(66.25);
  });

  test("V2, V3: each minute has its photos, faces and happiness; one without faces has no happiness", () => {
    expect(numbers.time).toEqual({ beginsAt: six, pieceMs: MINUTE, pieces: 5 });
    const told = numbers.pieces.map(({ photos, faces, happiness }) => [photos, faces, happiness]);
    expect(told).toEqual([
      [1, 1, 90],
      [2, 7, (3 * 80 + 4 * 50) / 7],
      [0, 0, null],
      [0, 0, null],
      [1, 0, null],
    ]);
    expect(numbers.busiest?.beginsAt).toBe(six + MINUTE);
    expect(numbers.happiest?.beginsAt).toBe(six);
    const crowd = photo("9", 3, { faceCount: 10, emotions: { HAPPY: 30 } });
    expect(numbersOf([...evening, crowd], 0).happiest?.beginsAt).toBe(six + 3 * MINUTE);
  });

  test("V3: emotions are means over all faces, the strongest first; what was read on none is not told", () => {
    expect(numbers.emotions).toEqual([
      { type: "HAPPY", mean: 66.25 },
      { type: "SAD", mean: 12.5 },
      { type: "CALM", mean: (10 + 3 * 5) / 8 },
    ]);
  });

  test("faces per photo and photos per guest have no gaps", () => {
    const told = (shares: typeof numbers.facesPerPhoto) => shares.map(({ count, having }) => [count, having]);
    expect(told(numbers.facesPerPhoto)).toEqual([
      [0, 1],
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 1],
    ]);
    expect(told(numbers.photosPerGuest)).toEqual([[2, 2]]);
  });

  test("V6: the happiest photo has the most points, the happiest group the happiest faces", () => {
    expect([numbers.happiestPhoto?.photoId, numbers.happiestGroup?.photoId]).toEqual(["2", "2"]);
    const big = photo("9", 3, { score: 300, faceCount: 9, emotions: { HAPPY: 33.3 } });
    const couple = photo("10", 3, { score: 200, faceCount: 2, emotions: { HAPPY: 100 } });
    const more = numbersOf([...evening, big, couple], 0);
    expect([more.happiestPhoto?.photoId, more.happiestGroup?.photoId]).toEqual(["9", "2"]);
  });

  test("V6: of equal ones the one with more faces, then the earlier, then the smaller id", () => {
    const equal = { score: 300, faceCount: 3, emotions: { HAPPY: 100 } };
    const tied = [
      photo("b", 2, equal),
      photo("a", 2, equal),
      photo("c", 3, equal),
      photo("d", 9, { ...equal, faceCount: 4 }),
    ];
    const first = (photos: readonly NumbersPhoto[]) => numbersOf(photos, 0).happiestGroup?.photoId;
    expect(first(tied)).toBe("d");
    expect(first(tied.slice(0, 3))).toBe("a");
    expect(first(tied.slice(2, 3))).toBe("c");
  });
});

test("an evening that has not begun has no numbers, and none is invented", () => {
  expect(numbersOf([photo("1", 0, { state: "pending" })], 0)).toEqual({
    photos: 0,
    faces: 0,
    smiles: 0,
    happiness: null,
    guests: 0,
    pending: 1,
    hidden: 0,
    time: null,
    pieces: [],
    busiest: null,
    happiest: null,
    emotions: [],
    facesPerPhoto: [],
    photosPerGuest: [],
    happiestPhoto: null,
    happiestGroup: null,
  });
});

test("photos with very many faces are told together", () => {
  const many = [9, 10, 14, 30].map((faceCount, index) => photo(String(index), 0, { faceCount }));
  expect(numbersOf(many, 0).facesPerPhoto).toEqual([
    { count: 9, isOpen: false, having: 1 },
    { count: 10, isOpen: true, having: 3 },
  ]);
  expect(numbersOf(many.slice(0, 2), 0).facesPerPhoto[1]).toEqual({ count: 10, isOpen: false, having: 1 });
});

const anyPhoto = fc.record({
  photoId: fc.uuid(),
  guestId: fc.constantFrom("a", "b", "c", "d"),
  minute: fc.integer({ min: 0, max: 5_000 }),
  state: fc.constantFrom("shown", "shown", "pending", "hidden", "removed"),
  faceCount: fc.integer({ min: 0, max: 14 }),
  happy: fc.integer({ min: 0, max: 100 }),
  score: fc.integer({ min: 0, max: 1_400 }),
});
const anyEvening = fc
  .uniqueArray(anyPhoto, { selector: ({ photoId }) => photoId, maxLength: 40 })
  .map((photos) =>
    photos.map(({ photoId, minute, happy, ...more }) =>
      photo(photoId, minute, { ...more, emotions: { HAPPY: happy } }),
    ),
  );
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test("whatever was sent, the sums agree", () => {
  fc.assert(
    fc.property(anyEvening, (photos) => {
      const numbers = numbersOf(photos, 0);
      const { pieces, facesPerPhoto, photosPerGuest } = numbers;
      expect(sum(pieces.map((piece) => piece.photos))).toBe(numbers.photos);
      expect(sum(pieces.map(({ faces }) => faces))).toBe(numbers.faces);
      const happiness = sum(pieces.map(({ faces, happiness: mean }) => faces * (mean ?? 0)));
      expect(happiness).toBeCloseTo(numbers.faces * (numbers.happiness ?? 0), 6);
      expect(sum(facesPerPhoto.map(({ having }) => having))).toBe(numbers.photos);
      expect(sum(photosPerGuest.map(({ having }) => having))).toBe(numbers.guests);
      const shown = photos.filter(({ state }) => state === "shown");
      expect(numbers.photos).toBe(shown.length);
      expect(numbers.happiestPhoto?.score ?? 0).toBe(Math.max(0, ...shown.map(({ score }) => score)));
    }),
  );
});

test("V1: a photo that is taken back leaves every number, as if it had never been sent", () => {
  fc.assert(
    fc.property(anyEvening, fc.nat(), (photos, at) => {
      const gone = photos.map((one, index) =>
        index === at % photos.length ? { ...one, state: "removed" as const } : one,
      );
      const without = photos.filter((_, index) => index !== at % photos.length);
      expect(numbersOf(gone, 0)).toEqual(numbersOf(without, 0));
    }),
  );
});
