import type { Language } from "../language.ts";
import { english } from "./host-audit-en.ts";
import { japanese } from "./host-audit-ja.ts";
import type { HostAuditWords } from "./host-audit-words.ts";
import { traditionalChinese } from "./host-audit-zh-hant.ts";

/** The texts of the page that tells what hosts did. */
export const hostAuditWords: Readonly<Record<Language, HostAuditWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
