import { describe, expect, it } from "vitest";
import { parseBoard, parsePhotoMessage, parseStageMessage, parseStandingMessage } from "./board-shapes.ts";
import { parseOutputs } from "./outputs.ts";

const standing = {
  guestId: "g1",
  displayName: "美咲",
  score: 142.6,
  rankKey: "k",
  photoId: "p1",
  image: "p/1",
  faces: 2,
  photos: 3,
  version: 4,
};
const photo = {
  photoId: "p1",
  guestId: "g1",
  displayName: "美咲",
  image: "p/1",
  width: 1024,
  height: 768,
  score: 142.6,
  faces: [{ left: 0.1, top: 0.2, width: 0.3, height: 0.4 }],
  sentAt: 1,
  version: 1,
};
const board = {
  title: "宴",
  language: "zh-TW",
  theme: "hall-light",
  joinCode: "CDFGHJ",
  hasSpotlight: false,
  hasCornerQr: true,
  hasSound: true,
  standingRule: "best-three",
  eventVersion: 3,
  stage: { name: "ranking", step: null, result: [], skipped: [], alternates: false, awards: [], version: 1 },
  totals: { guests: 1, photos: 1 },
  standings: [standing],
  photos: [photo],
};

describe("the board at the door", () => {
  it("is read as the API gives it", () => {
    expect(parseBoard({ board })).toEqual({ ...board, language: "zh-Hant" });
  });

  it("is null for a board that no event has", () => {
    expect(parseBoard({ board: null })).toBeNull();
  });

  it.each([
    ["no object", null],
    [
      "a standing without a version",
      { board: { ...board, standings: [{ ...standing, version: undefined }] } },
    ],
    ["a screen that is neither on nor off", { board: { ...board, hasCornerQr: "on" } }],
    ["totals that are texts", { board: { ...board, totals: { guests: "1", photos: 1 } } }],
    ["standings that are no list", { board: { ...board, standings: {} } }],
    ["a number that is none", { board: { ...board, photos: [{ ...photo, sentAt: Number.NaN }] } }],
  ])("refuses %s", (_, answer) => {
    expect(() => parseBoard(answer)).toThrow();
  });

  it("takes a removal and a withdrawal: fields that are null or left out", () => {
    const removed = { guestId: "g1", displayName: "", rankKey: null, photos: 0, version: 5 };
    expect(parseStandingMessage({ onStanding: removed })).toMatchObject({
      rankKey: null,
      score: null,
      image: null,
    });
    const withdrawn = { photoId: "p1", guestId: "g1", displayName: "", image: null, sentAt: 1, version: 2 };
    expect(parsePhotoMessage({ onShownPhoto: withdrawn })).toMatchObject({
      image: null,
      faces: [],
      width: null,
    });
  });

  it("takes a stage with and without a step, a result, turns and an end by the server's clock", () => {
    const nothing = { result: [], skipped: [], alternates: false, awards: [] };
    const stage = { boardId: "b", name: "reveal", step: 3, version: 7, eventVersion: 4 };
    expect(parseStageMessage({ onStage: stage })).toEqual({
      stage: { ...nothing, name: "reveal", step: 3, version: 7 },
      eventVersion: 4,
    });
    const wall = { ...stage, name: "wall", step: undefined, result: null, alternates: true };
    const turns = { ...nothing, name: "wall", step: null, alternates: true, version: 7 };
    expect(parseStageMessage({ onStage: wall })).toEqual({ stage: turns, eventVersion: 4 });
    const asOf = Date.now() + 60_000;
    const round = { ...stage, name: "round", step: null, takesUntil: asOf + 300_000, asOf, result: ["g1"] };
    const told = parseStageMessage({ onStage: round }).stage;
    expect(told).toMatchObject({ takesUntil: asOf + 300_000, result: ["g1"] });
    expect(Math.abs((told.clockAheadMs ?? 0) - 60_000)).toBeLessThan(1_000);
    expect(() => parseStageMessage({ onStage: null })).toThrow("stage");
  });

  it("refuses the message whose payload was lost on the way", () => {
    expect(() => parseStandingMessage({ onStanding: null })).toThrow("standing");
  });
});

describe("amplify_outputs.json at the door", () => {
  const file = {
    version: "1.4",
    data: { url: "u" },
    custom: { cdnUrl: "https://cdn.example/", liffId: "1-a" },
  };

  it("gives the pages what they need and Amplify the whole file", () => {
    const known = { amplify: file, cdnUrl: "https://cdn.example", liffId: "1-a", botBasicId: null };
    expect(parseOutputs(file)).toEqual(known);
    const withBot = { ...file, custom: { ...file.custom, botBasicId: "@egao" } };
    expect(parseOutputs(withBot)).toEqual({ ...known, amplify: withBot, botBasicId: "@egao" });
  });

  it("keeps Amplify from fetching AWS credentials that nobody needs", () => {
    const auth = { user_pool_id: "p", identity_pool_id: "i" };
    expect(parseOutputs({ ...file, auth }).amplify).toEqual({ ...file, auth: { user_pool_id: "p" } });
  });

  it.each([[null], [{ ...file, custom: undefined }], [{ ...file, custom: { cdnUrl: 1, liffId: "" } }]])(
    "refuses %j",
    (wrong) => {
      expect(() => parseOutputs(wrong)).toThrow();
    },
  );
});
