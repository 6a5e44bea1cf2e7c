import { expect, test } from "vitest";
import { eveningRanking } from "./evening-ranking.ts";
import type { NumbersPhoto } from "./numbers-photo.ts";

const photo = (photoId: string, guestId: string, score: number, displayName = guestId): NumbersPhoto => ({
  photoId,
  guestId,
  displayName,
  sentAt: Number(photoId),
  state: "shown",
  score,
  faceCount: 1,
  smiles: 1,
  missions: [],
  emotions: {},
  version: 1,
});

test("R1–R5: the ranking of the photos that are shown, with the best photo of each and the name of the last", () => {
  const photos = [
    photo("5", "c", 80),
    photo("3", "a", 80, "A"),
    photo("1", "a", 90, "Before"),
    photo("2", "b", 80),
    photo("4", "couple", 300),
    { ...photo("6", "b", 500), state: "hidden" as const },
  ];
  const ranking = eveningRanking(photos, "best", (guestId) => guestId !== "couple");
  expect(
    ranking.map(({ place, displayName, score, best }) => [place, displayName, score, best.photoId]),
  ).toEqual([
    [1, "A", 90, "1"],
    [2, "b", 80, "2"],
    [2, "c", 80, "5"],
  ]);
});
