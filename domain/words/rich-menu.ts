import type { Language } from "../language.ts";

/** What the menu below the chat says, on its picture and to screen readers; a label has at most 20 letters. */
export interface RichMenuWords {
  /** On the bar that opens and closes the menu; at most 14 letters. */
  readonly bar: string;
  readonly camera: string;
  readonly album: string;
  readonly ranking: string;
  readonly me: string;
  readonly help: string;
}

export const richMenuWords: Readonly<Record<Language, RichMenuWords>> = {
  ja: {
    bar: "メニュー",
    camera: "写真を撮る",
    album: "アルバムから送る",
    ranking: "ランキング",
    me: "マイページ",
    help: "使い方",
  },
  en: {
    bar: "Menu",
    camera: "Take a photo",
    album: "Choose photos",
    ranking: "Ranking",
    me: "My page",
    help: "Help",
  },
  "zh-Hant": {
    bar: "選單",
    camera: "拍照",
    album: "從相簿傳送",
    ranking: "排行榜",
    me: "我的頁面",
    help: "使用說明",
  },
};

/** Each language calls itself by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  ja: "日本語",
  en: "English",
  "zh-Hant": "繁體中文",
};
