import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Label } from "#domain/label";
import { face, shown } from "./example-photo.ts";
import { readingOf } from "./photo-reading.ts";

describe("the faces", () => {
  it("S7 are numbered from the left in the list and in the sentences alike", () => {
    const photo = { ...shown, scoring: { faceCap: 1 }, faces: [face(0.6, 95.2), face(0.1, 47.4)] };
    const { faces, sentences } = readingOf({ ...photo, score: 95.2 }, "ja");
    expect(faces.map(({ number, points, dropped }) => [number, points, dropped])).toEqual([
      [1, 0, "beyond-cap"],
      [2, 95.2, undefined],
    ]);
    expect(faces.map(({ sentence }) => sentence)).toEqual([
      "1人目は人数の上限を超えているため、得点に入りません。",
      "2人目 95.2pt",
    ]);
    expect(sentences).toEqual([
      "笑顔の幸福度がそのまま得点になり、95.2ptです。",
      "得点になるのは、笑顔の上位1人までです。",
    ]);
  });

  it("S6 keep their points wherever they stand: equally happy ones are counted in the order they were read", () => {
    const [one, other] = [face(0.6, 80), face(0.1, 80)];
    const { faces } = readingOf({ ...shown, scoring: { faceCap: 1 }, faces: [one, other] }, "en");
    expect(faces.map(({ face: { box }, points }) => [box.left, points])).toEqual([
      [0.1, 0],
      [0.6, 80],
    ]);
  });

  it("give together what the page says they give, in any order", () => {
    const anyFace = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(anyFace, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (all, faceCap) => {
        const photo = {
          ...shown,
          scoring: { faceCap },
          faces: all.map(([left, happy]) => face(left, happy)),
        };
        const { faces } = readingOf(photo, "en");
        expect(faces.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
        expect(faces.filter(({ dropped }) => dropped === undefined)).toHaveLength(
          Math.min(all.length, faceCap),
        );
      }),
    );
  });
});

it("names one sum, the photo's own, also while a new rule is being worked in", () => {
  expect(readingOf({ ...shown, score: 95.2 }, "ja").sentences[0]).toContain("95.2pt");
});

describe("the labels", () => {
  const label = (name: string, places: number): Label => ({
    name,
    confidence: 90,
    parents: [],
    instances: Array.from({ length: places }, () => ({ confidence: 90, box: face(0.1, 1).box })),
  });

  it("of one name in the guest's language are one, with the most places", () => {
    const labels = [label("Flower", 0), label("Cake", 1), label("Blossom", 2)];
    expect(readingOf({ ...shown, labels }, "ja").labels).toMatchObject([
      { shownName: "花", name: "Blossom" },
      { shownName: "ケーキ", name: "Cake" },
    ]);
    expect(readingOf({ ...shown, labels }, "en").labels).toHaveLength(3);
  });
});
