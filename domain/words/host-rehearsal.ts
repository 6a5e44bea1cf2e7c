import type { Language } from "../language.ts";
import { english } from "./host-rehearsal-en.ts";
import { japanese } from "./host-rehearsal-ja.ts";
import type { HostRehearsalWords } from "./host-rehearsal-words.ts";
import { chinese } from "./host-rehearsal-zh-hant.ts";

export const hostRehearsalWords: Readonly<Record<Language, HostRehearsalWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": chinese,
};
