import type { Language } from "#domain/language";
import type { ReportWords } from "./report-words.ts";
import { en } from "./words-en.ts";
import { ja } from "./words-ja.ts";
import { zhHant } from "./words-zh-hant.ts";

export const reportWords: Readonly<Record<Language, ReportWords>> = { ja, en, "zh-Hant": zhHant };
