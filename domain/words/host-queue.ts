import type { Language } from "../language.ts";
import { english } from "./host-queue-en.ts";
import { japanese } from "./host-queue-ja.ts";
import type { HostQueueWords } from "./host-queue-words.ts";
import { traditionalChinese } from "./host-queue-zh-hant.ts";

/** The texts of the host's live queue. */
export const hostQueueWords: Readonly<Record<Language, HostQueueWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
