import type { Language } from "../language.ts";
import { english } from "./host-numbers-en.ts";
import { japanese } from "./host-numbers-ja.ts";
import type { HostNumbersWords } from "./host-numbers-words.ts";
import { traditionalChinese } from "./host-numbers-zh-hant.ts";

/** The texts of the evening in numbers. */
export const hostNumbersWords: Readonly<Record<Language, HostNumbersWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
