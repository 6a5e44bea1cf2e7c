import type { Language } from "../language.ts";
import { english } from "./host-script-en.ts";
import { japanese } from "./host-script-ja.ts";
import type { HostScriptWords } from "./host-script-words.ts";
import { traditionalChinese } from "./host-script-zh-hant.ts";

/** The page from which the MC reads, in the language that is spoken in the hall. */
export const hostScriptWords: Readonly<Record<Language, HostScriptWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
