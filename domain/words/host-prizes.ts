import type { Language } from "../language.ts";

/** The part of the remote that gives side prizes. */
export interface HostPrizesWords {
  readonly title: string;
  readonly hint: string;
  readonly reading: string;
  readonly failed: string;
  readonly again: string;
  readonly nobody: string;
  readonly onePerGuest: string;
  readonly next: string;
  readonly nextWhom: (name: string) => string;
  readonly passedOver: string;
  readonly callAgain: string;
  readonly give: (count: number) => string;
  readonly giveAnew: string;
  readonly takeBack: string;
  readonly onlyWithThanks: string;
  readonly given: (count: number) => string;
}

export const hostPrizesWords: Readonly<Record<Language, HostPrizesWords>> = {
  ja: {
    title: "特別賞",
    hint: "写真から自動で選ばれます。渡す賞に印を付けてください。「お礼」の画面で一つずつ紹介されます。",
    reading: "写真を読み込んでいます…",
    failed: "読み込めませんでした。",
    again: "もう一度読み込む",
    nobody: "まだ渡せる賞がありません。",
    onePerGuest: "お一人につき一つまで",
    next: "次の方へ",
    nextWhom: (name) => `${name}さんではなく次の方へ`,
    passedOver: "とばした方",
    callAgain: "戻す",
    give: (count) => `${count}つの賞をスクリーンで紹介`,
    giveAnew: "この内容に差し替える",
    takeBack: "紹介をやめる",
    onlyWithThanks: "「お礼」の画面になったら紹介できます。",
    given: (count) => `${count}つの賞を紹介しています。`,
  },
  en: {
    title: "Side prizes",
    hint: "Found by themselves among the photos. Tick those you want to give: the thanks show them one by one.",
    reading: "Reading the photos…",
    failed: "That could not be read.",
    again: "Read again",
    nobody: "There is no prize to give yet.",
    onePerGuest: "One prize each at most",
    next: "Next one",
    nextWhom: (name) => `The next one instead of ${name}`,
    passedOver: "Passed over",
    callAgain: "Call again",
    give: (count) => `Show ${count} ${count === 1 ? "prize" : "prizes"} on the screen`,
    giveAnew: "Show these instead",
    takeBack: "Stop showing them",
    onlyWithThanks: "They can be shown once the screen says thanks.",
    given: (count) => `${count} ${count === 1 ? "prize is" : "prizes are"} on the screen.`,
  },
  "zh-Hant": {
    title: "特別獎",
    hint: "從照片中自動選出。勾選要頒發的獎項，「感謝」畫面會逐一介紹。",
    reading: "正在讀取照片…",
    failed: "讀取失敗。",
    again: "重新讀取",
    nobody: "目前還沒有可以頒發的獎項。",
    onePerGuest: "每人最多一個獎",
    next: "換下一位",
    nextWhom: (name) => `不頒給${name}，換下一位`,
    passedOver: "已跳過",
    callAgain: "恢復",
    give: (count) => `在大螢幕介紹${count}個獎項`,
    giveAnew: "改為介紹這些",
    takeBack: "停止介紹",
    onlyWithThanks: "進入「感謝」畫面後即可介紹。",
    given: (count) => `正在介紹${count}個獎項。`,
  },
};
