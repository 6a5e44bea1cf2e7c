import type { Language } from "../language.ts";
import { english } from "./host-remote-en.ts";
import { japanese } from "./host-remote-ja.ts";
import type { HostRemoteWords } from "./host-remote-words.ts";
import { traditionalChinese } from "./host-remote-zh-hant.ts";

export const hostRemoteWords: Readonly<Record<Language, HostRemoteWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
