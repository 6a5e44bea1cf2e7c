import type { Language } from "../language.ts";
import { english } from "./host-troubles-en.ts";
import { japanese } from "./host-troubles-ja.ts";
import type { HostTroublesWords } from "./host-troubles-words.ts";
import { traditionalChinese } from "./host-troubles-zh-hant.ts";

/** The texts of what went wrong and what waits too long. */
export const hostTroublesWords: Readonly<Record<Language, HostTroublesWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
