import { describe, expect, it } from "vitest";
import { parseMyPhoto } from "./my-photo.ts";

describe("the answer of the API", () => {
  const answer = {
    eventTitle: "Party",
    language: "zh-TW",
    displayName: "花子",
    state: "shown",
    reason: null,
    score: 95.2,
    faces: [
      {
        box: { left: 0.1, top: 0.2, width: 0.2, height: 0.3 },
        confidence: 99,
        emotions: [
          { type: "HAPPY", confidence: 95.2 },
          { type: "BORED", confidence: 1 },
        ],
      },
    ],
    scoring: { faceCap: 3, minFaceSize: null, minFaceConfidence: 80 },
    standing: "best-three",
    labels: [
      {
        name: "Wedding Cake",
        confidence: 98.2,
        parents: ["Cake", "Food"],
        instances: [{ confidence: 97, box: { left: 0.4, top: 0.5, width: 0.2, height: 0.3 } }],
      },
    ],
    missions: [{ missionId: "m1", title: "ケーキを撮る", isMet: true }],
    image: "p/3fa9",
    width: 1024,
    height: 768,
    place: null,
    sentAt: 1,
  };

  it("becomes the page's photo", () => {
    expect(parseMyPhoto(answer, "http://cdn")).toMatchObject({
      language: "zh-Hant",
      picture: { url: "http://cdn/p/3fa9.jpg", width: 1024, height: 768 },
      place: null,
      faces: [{ emotions: [{ type: "HAPPY" }, { type: "UNKNOWN" }] }],
    });
    expect(parseMyPhoto({ ...answer, image: null, reason: "new-one" }, "http://cdn")).toMatchObject({
      picture: null,
      reason: null,
    });
  });

  it("keeps of the rules what limits, and what was recognised as it was told", () => {
    const photo = parseMyPhoto(answer, "http://cdn");
    expect(photo.scoring).toEqual({ faceCap: 3, minFaceConfidence: 80 });
    expect(photo.standing).toBe("best-three");
    expect(photo.labels).toEqual(answer.labels);
    expect(photo.missions).toEqual(answer.missions);
    expect(parseMyPhoto({ ...answer, standing: "of-tomorrow" }, "http://cdn").standing).toBeNull();
  });

  it("P4 knows age and gender only when they were told", () => {
    const [face] = answer.faces;
    const told = { smile: true, ageRange: { low: 25, high: 35 }, gender: "Female" };
    const untold = { smile: null, ageRange: null, gender: null };
    const facesOf = (...changes: object[]) =>
      parseMyPhoto({ ...answer, faces: changes.map((change) => ({ ...face, ...change })) }, "").faces;
    expect(facesOf(told)[0]).toMatchObject(told);
    const keys = facesOf({}, untold).map((each) => Object.keys(each));
    expect(keys).toEqual([
      ["box", "confidence", "emotions"],
      ["box", "confidence", "emotions"],
    ]);
  });

  it.each([
    ["an unknown state", { state: "lost" }, "state"],
    ["no score", { score: null }, "score"],
    ["a face without a box", { faces: [{ confidence: 1, emotions: [] }] }, "box"],
    ["no rules of scoring", { scoring: null }, "scoring"],
    ["a label without a name", { labels: [{ confidence: 1, parents: [], instances: [] }] }, "name"],
    ["a nameless parent", { labels: [{ name: "Cake", confidence: 1, parents: [null] }] }, "parents"],
    ["a mission that is neither met nor not", { missions: [{ missionId: "m", title: "t" }] }, "isMet"],
    ["an age in words", { faces: [{ ...answer.faces[0], ageRange: "young" }] }, "ageRange"],
    ["an image without a size", { width: null }, "width"],
  ])("is refused with %s", (_name, change, member) => {
    expect(() => parseMyPhoto({ ...answer, ...change }, "http://cdn")).toThrow(member);
  });
});
