import { expect, it } from "vitest";
import { languages } from "../language.ts";
import { photoReasons } from "../photo.ts";
import { myPhotoWords } from "./my-photo.ts";

it.each(languages)(
  "says in %s why a photo is not shown, for every reason that is not the guest's own",
  (language) => {
    for (const reason of photoReasons.filter((known) => known !== "withdrawn")) {
      expect(myPhotoWords[language].reasons[reason], reason).toMatch(/\S{5,}/u);
    }
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
