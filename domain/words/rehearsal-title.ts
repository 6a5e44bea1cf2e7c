import type { Language } from "../language.ts";

/** How a rehearsal is marked where people see it (H1). */
interface RehearsalWords {
  /** In front of the event's title. */
  readonly mark: string;
  readonly word: string;
  /** For hosts. */
  readonly note: string;
}

export const rehearsalWords: Readonly<Record<Language, RehearsalWords>> = {
  ja: {
    mark: "【リハーサル】",
    word: "リハーサル",
    note: "絵のゲストが参加する練習です。本番のデータには影響しません。",
  },
  en: {
    mark: "[Rehearsal] ",
    word: "Rehearsal",
    note: "Drawn guests are practising here. Nothing of the real event is touched.",
  },
  "zh-Hant": {
    mark: "【彩排】",
    word: "彩排",
    note: "由虛擬賓客進行的練習，不會影響正式活動的資料。",
  },
};

/** Titles have at most 100 letters. */
export const rehearsalTitle = (title: string, language: Language): string =>
  [...`${rehearsalWords[language].mark}${title}`].slice(0, 100).join("");
