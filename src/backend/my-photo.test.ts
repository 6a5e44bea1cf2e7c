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

  it.each([
    ["an unknown state", { state: "lost" }, "state"],
    ["no score", { score: null }, "score"],
    ["a face without a box", { faces: [{ confidence: 1, emotions: [] }] }, "box"],
    ["an image without a size", { width: null }, "width"],
  ])("is refused with %s", (_name, change, member) => {
    expect(() => parseMyPhoto({ ...answer, ...change }, "http://cdn")).toThrow(member);
  });
});
