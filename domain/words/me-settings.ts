import type { Language } from "../language.ts";
import { english } from "./me-settings-en.ts";
import { japanese } from "./me-settings-ja.ts";
import type { MeSettingsWords } from "./me-settings-words.ts";
import { traditionalChinese } from "./me-settings-zh-hant.ts";

/** The texts about what a guest decides on the own page. */
export const meSettingsWords: Readonly<Record<Language, MeSettingsWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};

/** Each language as those who read it call it. */
export const ownNames: Readonly<Record<Language, string>> = {
  ja: "日本語",
  en: "English",
  "zh-Hant": "繁體中文",
};
