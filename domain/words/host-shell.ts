import type { Language } from "../language.ts";

/** The frame of the host's page: where one is, where one can go, who one is. */
export interface HostShellWords {
  readonly product: string;
  readonly events: string;
  readonly newEvent: string;
  readonly queue: string;
  readonly guests: string;
  readonly numbers: string;
  readonly export: string;
  readonly audit: string;
  readonly rehearsal: string;
  readonly settings: string;
  readonly remote: string;
  readonly troubles: string;
  readonly navigation: string;
  readonly skip: string;
  readonly account: string;
  readonly signedInAs: (email: string) => string;
  readonly signOut: string;
  readonly language: string;
  readonly waiting: (count: number) => string;
  readonly reconnecting: string;
  readonly offline: string;
  readonly failedTitle: string;
  readonly failedHint: string;
  readonly tryAgain: string;
  readonly notFoundTitle: string;
  readonly notFoundHint: string;
  readonly close: string;
  readonly undo: string;
}

const ja: HostShellWords = {
  product: "笑顔 Egao",
  events: "式の一覧",
  newEvent: "新しい式",
  queue: "確認",
  guests: "ゲスト",
  numbers: "数字",
  export: "書き出し",
  audit: "記録",
  rehearsal: "リハーサル",
  settings: "設定",
  remote: "スクリーン",
  troubles: "トラブル",
  navigation: "メニュー",
  skip: "本文へ移動",
  account: "アカウントと言語",
  signedInAs: (email) => `${email} でログイン中`,
  signOut: "ログアウト",
  language: "表示する言語",
  waiting: (count) => `${count}件`,
  reconnecting: "つなぎ直しています…",
  offline: "インターネットにつながっていません",
  failedTitle: "この画面を表示できませんでした",
  failedHint: "もう一度試しても直らないときは、ページを再読み込みしてください。",
  tryAgain: "もう一度試す",
  notFoundTitle: "ページが見つかりません",
  notFoundHint: "アドレスが途中で切れているかもしれません。",
  close: "閉じる",
  undo: "元に戻す",
};

const en: HostShellWords = {
  product: "Egao 笑顔",
  events: "All events",
  newEvent: "New event",
  queue: "Photos",
  guests: "Guests",
  numbers: "Numbers",
  export: "Files",
  audit: "History",
  rehearsal: "Rehearsal",
  settings: "Settings",
  remote: "Screen",
  troubles: "Troubles",
  navigation: "Menu",
  skip: "Skip to content",
  account: "Account and language",
  signedInAs: (email) => `Signed in as ${email}`,
  signOut: "Sign out",
  language: "Language",
  waiting: (count) => (count === 1 ? "1 waiting" : `${count} waiting`),
  reconnecting: "Reconnecting…",
  offline: "No internet connection",
  failedTitle: "This page could not be shown",
  failedHint: "If trying again does not help, reload the page.",
  tryAgain: "Try again",
  notFoundTitle: "There is no such page",
  notFoundHint: "Part of the address may be missing.",
  close: "Close",
  undo: "Undo",
};

const zhHant: HostShellWords = {
  product: "笑顏 Egao",
  events: "活動一覽",
  newEvent: "新活動",
  queue: "審核",
  guests: "賓客",
  numbers: "數據",
  export: "下載",
  audit: "紀錄",
  rehearsal: "彩排",
  settings: "設定",
  remote: "螢幕",
  troubles: "異常",
  navigation: "選單",
  skip: "跳至內容",
  account: "帳號與語言",
  signedInAs: (email) => `以 ${email} 登入中`,
  signOut: "登出",
  language: "顯示語言",
  waiting: (count) => `${count} 件`,
  reconnecting: "重新連線中…",
  offline: "目前沒有網路連線",
  failedTitle: "無法顯示此頁面",
  failedHint: "若再試一次仍無法顯示，請重新載入頁面。",
  tryAgain: "再試一次",
  notFoundTitle: "找不到頁面",
  notFoundHint: "網址可能不完整。",
  close: "關閉",
  undo: "復原",
};

export const hostShellWords: Readonly<Record<Language, HostShellWords>> = { ja, en, "zh-Hant": zhHant };
