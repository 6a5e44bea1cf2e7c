import type { Language } from "../language.ts";
import { english } from "./me-en.ts";
import { japanese } from "./me-ja.ts";
import type { MeWords } from "./me-words.ts";
import { traditionalChinese } from "./me-zh-hant.ts";

/** The texts of a guest's page about all own photos. */
export const meWords: Readonly<Record<Language, MeWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
