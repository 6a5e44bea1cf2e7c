import type { Language } from "../language.ts";

/** What stands in front of the title of an event that is only rehearsed (H1). */
const marks: Readonly<Record<Language, string>> = {
  ja: "【リハーサル】",
  en: "[Rehearsal] ",
  "zh-Hant": "【彩排】",
};

/** Titles have at most 100 letters. */
export const rehearsalTitle = (title: string, language: Language): string =>
  [...`${marks[language]}${title}`].slice(0, 100).join("");
