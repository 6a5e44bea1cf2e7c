import type { Language } from "../language.ts";
import { english } from "./host-guests-en.ts";
import { japanese } from "./host-guests-ja.ts";
import type { HostGuestsWords } from "./host-guests-words.ts";
import { traditionalChinese } from "./host-guests-zh-hant.ts";

/** The texts of the host's page about the guests. */
export const hostGuestsWords: Readonly<Record<Language, HostGuestsWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
