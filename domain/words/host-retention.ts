import type { Language } from "../language.ts";
import { english } from "./host-retention-en.ts";
import { japanese } from "./host-retention-ja.ts";
import type { HostRetentionWords } from "./host-retention-words.ts";
import { chinese } from "./host-retention-zh-hant.ts";

export const hostRetentionWords: Readonly<Record<Language, HostRetentionWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": chinese,
};
