import type { Language } from "../language.ts";
import { english } from "./bot-en.ts";
import { japanese } from "./bot-ja.ts";
import type { BotWords } from "./bot-words.ts";
import { traditionalChinese } from "./bot-zh-hant.ts";

/** Everything the bot says. */
export const botWords: Readonly<Record<Language, BotWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
