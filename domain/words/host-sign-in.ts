import type { Language } from "../language.ts";
import { hostSignInEn } from "./host-sign-in-en.ts";
import { hostSignInJa } from "./host-sign-in-ja.ts";
import type { HostSignInWords } from "./host-sign-in-words.ts";
import { hostSignInZhHant } from "./host-sign-in-zh-hant.ts";

export const hostSignInWords: Readonly<Record<Language, HostSignInWords>> = {
  ja: hostSignInJa,
  en: hostSignInEn,
  "zh-Hant": hostSignInZhHant,
};
