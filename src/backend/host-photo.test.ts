import { describe, expect, it } from "vitest";
import { parseHostAction } from "./host-action.ts";
import { parseHostPhoto, parseHostPhotoPage, parsePhotoDetail } from "./host-photo.ts";

const photo = {
  guestId: "g",
  photoId: "p",
  displayName: "美咲",
  sentAt: 1_000,
  state: "pending",
  reason: "flagged",
  concern: "flagged",
  duplicateOf: null,
  score: 98.2,
  faceCount: 1,
  moderationLabels: JSON.stringify([{ name: "Smoking", confidence: 61.5 }]),
  isModerationChecked: true,
  width: 1024,
  height: 768,
  decision: { says: "hide", by: "佐藤", at: 2_000, entryId: "e", count: 2 },
  version: 3,
};

describe("a photo as hosts see it", () => {
  it("is read as the API gives it", () => {
    expect(parseHostPhoto(photo)).toEqual({
      guestId: "g",
      photoId: "p",
      displayName: "美咲",
      sentAt: 1_000,
      state: "pending",
      reason: "flagged",
      concern: "flagged",
      duplicateOf: null,
      score: 98.2,
      faceCount: 1,
      moderationLabels: [{ name: "Smoking", confidence: 61.5 }],
      isModerationChecked: true,
      size: { width: 1024, height: 768 },
      decision: { says: "hide", by: "佐藤", at: 2_000, count: 2 },
      version: 3,
    });
  });

  it("takes what is missing, and words that this page does not know yet", () => {
    const { reason: _reason, decision: _decision, moderationLabels: _labels, ...bare } = photo;
    const unknown = { ...bare, concern: "something new", width: null, isModerationChecked: null };
    expect(parseHostPhoto(unknown)).toMatchObject({
      reason: null,
      concern: null,
      decision: null,
      moderationLabels: [],
      size: null,
      isModerationChecked: false,
    });
    const takenBack = { ...photo, decision: { ...photo.decision, says: null } };
    expect(parseHostPhoto(takenBack).decision).toMatchObject({ says: null, count: 2 });
  });

  it.each([
    ["another state", { ...photo, state: "somewhere" }],
    ["no version", { ...photo, version: null }],
    ["labels that are no list", { ...photo, moderationLabels: "{}" }],
    ["a decision by nobody", { ...photo, decision: { says: "hide", at: 1, count: 1 } }],
    ["nothing", null],
  ])("refuses %s", (_, value) => {
    expect(() => parseHostPhoto(value)).toThrow();
  });

  it("comes in pages and with what was read on it", () => {
    const answer = { queue: { photos: [photo], nextToken: "n" } };
    expect(parseHostPhotoPage(answer, "queue")).toMatchObject({ photos: [{ photoId: "p" }], nextToken: "n" });
    expect(parseHostPhotoPage({ queue: { photos: [], nextToken: null } }, "queue")).toEqual({
      photos: [],
      nextToken: null,
    });
    const box = { left: 0.1, top: 0.1, width: 0.2, height: 0.2 };
    const faces = [{ box, confidence: 99, emotions: [{ type: "HAPPY", confidence: 98 }] }];
    const detail = parsePhotoDetail({ photo, faces, labels: [], missions: ["cake"] });
    expect(detail).toMatchObject({ photo: { photoId: "p" }, faces: [{ box }], missions: ["cake"] });
    expect(detail.earlier).toBeNull();
    const repeating = { photo, faces: [], labels: [], missions: [], earlier: { ...photo, photoId: "o" } };
    expect(parsePhotoDetail(repeating).earlier).toMatchObject({ photoId: "o" });
  });
});

describe("what became of an order", () => {
  it("is read, and a reason that this page does not know means: look again", () => {
    const refused = [
      { id: "a", why: "no-picture" },
      { id: "b", why: "something new" },
    ];
    expect(parseHostAction({ entryId: null, done: [], refused })).toEqual({
      entryId: null,
      done: [],
      refused: [
        { id: "a", why: "no-picture" },
        { id: "b", why: "changed" },
      ],
    });
    expect(parseHostAction({ entryId: "e", done: ["p"], refused: [] }).done).toEqual(["p"]);
  });
});
