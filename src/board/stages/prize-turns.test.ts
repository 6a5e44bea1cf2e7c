import { describe, expect, it } from "vitest";
import type { PhotoOnScreen } from "#domain/board";
import type { StageAward } from "#domain/stage";
import { PRIZE_MS, prizeAt, prizesOf } from "./prize-turns.ts";

const photo = (photoId: string, guestId: string): [string, PhotoOnScreen] => [
  photoId,
  {
    photoId,
    guestId,
    displayName: guestId,
    image: photoId,
    width: 4,
    height: 3,
    faces: [],
    sentAt: 1,
    version: 1,
  },
];
const award = (photoId: string, guestId: string): StageAward => ({
  award: "best-pair",
  guestId,
  photoId,
  value: 180,
});
const photos = new Map([photo("1", "hanako"), photo("2", "taro")]);

describe("G10: side prizes on the screen", () => {
  it("are given for photos that are shown, and to their own guests", () => {
    const given = prizesOf([award("1", "hanako"), award("3", "ken"), award("2", "hanako")], photos);
    expect(given.map(({ award: { photoId } }) => photoId)).toEqual(["1"]);
  });

  it("take turns in their order, and then the thanks have the word", () => {
    const prizes = prizesOf([award("1", "hanako"), award("2", "taro")], photos);
    const seen = [0, 1, 2, 3].map((turn) => prizeAt(prizes, turn * PRIZE_MS + 10)?.photo.photoId);
    expect(seen).toEqual(["1", "2", undefined, "1"]);
  });

  it("leave the word to the thanks where there is none", () => {
    expect(prizeAt([], 123_456)).toBeUndefined();
  });
});
