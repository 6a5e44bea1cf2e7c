import { expect, test } from "vitest";
import { type EventRules, seedRules } from "#domain/event-rules";
import { changesInWords, rulesInWords } from "./rules-in-words.ts";

const party: EventRules = {
  scoring: { faceCap: 3, minFaceSize: 0.055, minFaceConfidence: 90 },
  standing: "best-three",
  photosPerGuest: 5,
  treatments: { Alcohol: "review", Kissing: "block" },
  labels: { minConfidence: 80, most: 20 },
  missions: [
    { missionId: "a", title: "ケーキ", goal: { kind: "label", label: "Cake", count: 1 } },
    { missionId: "b", title: "Dogs", goal: { kind: "label", label: "Dog", count: 2 } },
    { missionId: "c", title: "Five", goal: { kind: "faces", count: 5, exactly: true } },
    { missionId: "d", title: "Joy", goal: { kind: "everybody-smiles", count: 2 } },
  ],
  bannedWords: ["beer"],
};

test("every rule has its words", () => {
  expect([...rulesInWords(seedRules)].map((pair) => pair.join(": "))).toEqual([
    "faces that count: all",
    "smallest face: any",
    "sureness of a face: any",
    "a guest's score: the best photo",
    "photos of a guest: any number",
    "labels: not asked for",
    "missions: none",
    "banned words: none",
    "moderation: as at every ceremony",
  ]);
  expect([...rulesInWords(party).values()]).toEqual([
    "the 3 happiest",
    "5.5 % of the picture's side",
    "at least 90 %",
    "the three best photos together",
    "at most 5",
    "20, at least 80 % sure",
    "ケーキ (Cake), Dogs (2 × Dog), Five (exactly 5 faces), Joy (all of at least 2 faces smile)",
    "beer",
    "Alcohol: review, Kissing: block",
  ]);
});

test("only what differs is told, before and after", () => {
  expect(changesInWords(seedRules, seedRules)).toEqual([]);
  expect(
    changesInWords(seedRules, { ...seedRules, scoring: { faceCap: 1 }, standing: "diminishing" }),
  ).toEqual([
    "faces that count: all → the happiest",
    "a guest's score: the best photo → all photos, each worth less than the one before",
  ]);
  expect(changesInWords(seedRules, party)).toHaveLength(9);
});
