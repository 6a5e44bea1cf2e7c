import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AwardId, awardIds } from "./award-id.ts";
import { awardFaces, type AwardPhoto, awardsOf } from "./awards.ts";
import type { Face } from "./face.ts";

let photos = 0;
const photo = (guestId: string, change: Partial<AwardPhoto> = {}): AwardPhoto => {
  photos += 1;
  const photoId = `p${String(photos).padStart(4, "0")}`;
  return {
    photoId,
    guestId,
    displayName: `name of ${guestId}`,
    sentAt: photos * 1_000,
    score: 50,
    faceCount: 1,
    missions: [],
    ...change,
  };
};
const only = (award: AwardId, all: readonly AwardPhoto[]) => awardsOf(all, { chosen: [award] })[0];
const winners = (...told: Parameters<typeof awardsOf>) =>
  awardsOf(...told).map(({ award, guestId }) => [award, guestId]);

const anyPhotos = fc
  .array(
    fc.record({
      guestId: fc.constantFrom("a", "b", "c"),
      sentAt: fc.integer({ min: 0, max: 4 }),
      score: fc.integer({ min: 0, max: 3 }),
      faceCount: fc.integer({ min: 0, max: 5 }),
      missions: fc.subarray(["m1", "m2"]),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((each, index) => photo(each.guestId, { ...each, photoId: `p${index}` })));

describe("W1: awards", () => {
  it("are the same whatever the order of the photos", () => {
    const cases = anyPhotos.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
        fc.record({
          skipped: fc.subarray(["a", "b", "c"]),
          isOnePerGuest: fc.boolean(),
          chosen: fc.shuffledSubarray([...awardIds]),
        }),
      ),
    );
    fc.assert(
      fc.property(cases, ([list, shuffled, wishes]) => {
        const awards = awardsOf(list, wishes);
        expect(awardsOf(shuffled, wishes)).toEqual(awards);
        for (const { award, guestId, photoId, value } of awards) {
          expect(wishes.chosen).toContain(award);
          expect(wishes.skipped).not.toContain(guestId);
          expect(list.find((each) => each.photoId === photoId)?.guestId).toBe(guestId);
          expect(value).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("are not given where nobody earned them", () => {
    expect(awardsOf([])).toEqual([]);
    expect(awardsOf([photo("a", { score: 0, faceCount: 0 })])).toEqual([]);
    expect(winners([photo("a")])).toEqual([["first-smile", "a"]]);
  });

  it("go to who got there first, then to the smaller photo id", () => {
    const table = { score: 300, faceCount: 4 };
    const late = photo("late", { ...table, sentAt: 9 });
    const early = photo("early", { ...table, sentAt: 8 });
    const same = photo("same", { ...table, sentAt: 8 });
    expect(only("happiest-table", [late, same, early])?.guestId).toBe("early");
  });
});

describe("W2: the faces of a picture", () => {
  const face = (width: number, confidence = 99): Face => ({
    box: { left: 0, top: 0, width, height: width },
    confidence,
    emotions: [{ type: "HAPPY", confidence: 90 }],
  });

  it("are those that are large and sure enough, also beyond the cap", () => {
    const faces = [face(0.2), face(0.2), face(0.2), face(0.01), face(0.2, 60)];
    expect(awardFaces(faces)).toBe(5);
    expect(awardFaces(faces, { faceCap: 1, minFaceSize: 0.05, minFaceConfidence: 90 })).toBe(3);
  });
});

describe("W3, W4: pictures", () => {
  const pictures = [
    photo("alone", { score: 100 }),
    photo("pair", { score: 190, faceCount: 2 }),
    photo("dull pair", { score: 120, faceCount: 2 }),
    photo("three", { score: 290, faceCount: 3 }),
    photo("table", { score: 250, faceCount: 4 }),
    photo("crowd", { score: 240, faceCount: 12 }),
  ];

  it("the happiest table has at least four faces", () => {
    expect(only("happiest-table", pictures)).toEqual({
      award: "happiest-table",
      guestId: "table",
      displayName: "name of table",
      photoId: pictures[4]?.photoId,
      value: 250,
      reachedAt: pictures[4]?.sentAt,
    });
  });

  it("the best pair is exactly two", () => {
    expect(only("best-pair", pictures)).toMatchObject({ guestId: "pair", value: 190 });
  });

  it("the biggest group has at least three faces", () => {
    expect(only("biggest-group", pictures)).toMatchObject({ guestId: "crowd", value: 12 });
    expect(only("biggest-group", pictures.slice(0, 3))).toBeUndefined();
  });
});

describe("W5: the comeback", () => {
  it("is the most points between the first photo and the best one", () => {
    const best = photo("a", { score: 250.3 });
    const all = [
      photo("a", { score: 20.1, sentAt: 1 }),
      best,
      photo("a", { score: 90 }),
      photo("b", { score: 200, sentAt: 2 }),
      photo("b", { score: 300 }),
    ];
    expect(only("comeback", all)).toMatchObject({ guestId: "a", photoId: best.photoId, value: 230.2 });
  });

  it("is nobody's whose first photo is the best one, nor who had a worse one in between", () => {
    const all = [photo("a", { score: 99 }), photo("a", { score: 1 }), photo("a", { score: 99 })];
    expect(only("comeback", all)).toBeUndefined();
  });

  it("belongs of equal ones to who was there first", () => {
    const [slow, quick] = [photo("slow", { score: 0 }), photo("quick", { score: 10 })];
    const all = [slow, quick, photo("quick", { score: 60 }), photo("slow", { score: 50 })];
    expect(only("comeback", all)?.guestId).toBe("quick");
  });
});

describe("W6: most missions", () => {
  it("counts different ones over all photos, and belongs to who completed them first", () => {
    const all = [
      photo("a", { missions: ["m1"] }),
      photo("a", { missions: ["m1"] }),
      photo("b", { missions: ["m2"] }),
      photo("b", { missions: ["m1"] }),
      photo("b", { missions: ["m1", "m2"] }),
      photo("a", { missions: ["m2"] }),
    ];
    expect(only("most-missions", all)).toMatchObject({
      guestId: "b",
      value: 2,
      photoId: all[3]?.photoId,
      reachedAt: all[3]?.sentAt,
    });
  });
});

describe("W7: the first smile", () => {
  it("is the first photo with points, by LINE's time stamp", () => {
    const all = [
      photo("late", { sentAt: 30 }),
      photo("first", { sentAt: 20, score: 12.3 }),
      photo("no smile", { sentAt: 10, score: 0 }),
    ];
    expect(only("first-smile", all)).toMatchObject({ guestId: "first", value: 12.3, reachedAt: 20 });
  });
});

describe("W8: most faces", () => {
  it("counts those of all photos, shows the fullest, and asks for more than one", () => {
    const [fullest, last] = [photo("a", { faceCount: 5 }), photo("a", { faceCount: 4 })];
    const all = [photo("once", { faceCount: 20 }), fullest, last, photo("a", { faceCount: 0 })];
    expect(only("most-faces", all)).toMatchObject({
      guestId: "a",
      value: 9,
      photoId: fullest.photoId,
      reachedAt: last.sentAt,
    });
  });
});

describe("W9: a host", () => {
  const all = [
    photo("a", { score: 400, faceCount: 9 }),
    photo("b", { score: 300, faceCount: 8 }),
    photo("c", { score: 200, faceCount: 4 }),
  ];

  it("chooses awards and their order", () => {
    const chosen = ["happiest-table", "first-smile", "happiest-table"] as const;
    expect(winners(all, { chosen })).toEqual([
      ["happiest-table", "a"],
      ["first-smile", "a"],
    ]);
  });

  it("passes over guests, and the next one has it", () => {
    const chosen = ["happiest-table", "biggest-group", "first-smile"] as const;
    expect(winners(all, { chosen, skipped: ["a"] })).toEqual([
      ["happiest-table", "b"],
      ["biggest-group", "b"],
      ["first-smile", "b"],
    ]);
  });

  it("may give one prize a guest, as far as there are guests", () => {
    const chosen = ["happiest-table", "biggest-group"] as const;
    expect(winners(all, { chosen, isOnePerGuest: true })).toEqual([
      ["happiest-table", "a"],
      ["biggest-group", "b"],
    ]);
    expect(winners(all.slice(0, 1), { chosen, isOnePerGuest: true })).toEqual([
      ["happiest-table", "a"],
      ["biggest-group", "a"],
    ]);
  });
});
