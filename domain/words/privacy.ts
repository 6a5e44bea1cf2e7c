import type { Language } from "../language.ts";
import { english } from "./privacy-en.ts";
import { japanese } from "./privacy-ja.ts";
import type { PrivacyWords } from "./privacy-words.ts";
import { traditionalChinese } from "./privacy-zh-hant.ts";

/** The texts of the page that says what happens to guests' photos. */
export const privacyWords: Readonly<Record<Language, PrivacyWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
