import { expect, test } from "vitest";
import { bannedWordsIn } from "./banned-word.ts";

test.each([
  ["ｂａｋａ", "baka"],
  ["B A-K.A", "baka"],
  ["バカ", "ばか"],
  ["ﾊﾞｶ", "ばか"],
  ["ＳＡＬＥ！", "sale"],
])("T2 %s is %s", (text, word) => {
  expect(bannedWordsIn([text], [word])).toEqual([word]);
});

test("T2 a word may be spread over lines", () => {
  expect(bannedWordsIn(["GOOD", "BY", "E"], ["goodbye"])).toEqual(["goodbye"]);
});

test("T2 words are told as the host wrote them; empty ones are none", () => {
  expect(bannedWordsIn(["おめでとう 馬鹿"], ["馬鹿", "阿呆", "", " "])).toEqual(["馬鹿"]);
});
