import { expect, it } from "vitest";
import { emotionTypes } from "../face.ts";
import { languages } from "../language.ts";
import { photoReasons } from "../photo.ts";
import { myPhotoWords } from "./my-photo.ts";

it.each(languages)("says in %s why a photo is not shown, unless the guest took it back", (language) => {
  const { reasons } = myPhotoWords[language];
  expect(photoReasons.filter((reason) => reasons[reason] === undefined)).toEqual(["withdrawn"]);
});

it.each(languages)("%s: every emotion has a word of its own", (language) => {
  const { emotions } = myPhotoWords[language];
  expect(new Set(emotionTypes.map((type) => emotions[type])).size).toBe(emotionTypes.length);
});

it.each(languages)(
  "%s: Rekognition's two genders have words, and numbers stand in their sentences",
  (language) => {
    const words = myPhotoWords[language];
    expect(Object.keys(words.genders).toSorted()).toEqual(["Female", "Male"]);
    expect(words.ages(25, 35)).toMatch(/25.35/);
    expect(words.missionsMet(2)).toContain("2");
    expect(words.missionsMet(0)).not.toContain("0");
  },
);

it("counts places in English as people do", () => {
  const places = [1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(myPhotoWords.en.place);
  expect(places).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "13th",
    "21st",
    "22nd",
    "101st",
    "111th",
  ]);
});
