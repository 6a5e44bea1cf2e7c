import { expect, test } from "vitest";
import { toLanguage } from "./language.ts";

test("every Chinese tag reads Traditional Chinese, unknown ones Japanese", () => {
  expect(["zh-TW", "zh-Hant", "en-GB", "ja", "de", undefined].map(toLanguage)).toEqual([
    "zh-Hant",
    "zh-Hant",
    "en",
    "ja",
    "ja",
    "ja",
  ]);
});
