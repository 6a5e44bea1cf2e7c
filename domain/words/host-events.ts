import type { Language } from "../language.ts";
import { english } from "./host-events-en.ts";
import { japanese } from "./host-events-ja.ts";
import type { HostEventsWords } from "./host-events-words.ts";
import { traditionalChinese } from "./host-events-zh-hant.ts";

/** The pages of the list of events, of a new one and of its settings. */
export const hostEventsWords: Readonly<Record<Language, HostEventsWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
