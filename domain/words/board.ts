import type { Language } from "../language.ts";

/** The words on the projector. */
export interface BoardWords {
  readonly ranking: string;
  readonly guests: (count: number) => string;
  readonly photos: (count: number) => string;
  /** Stands after a place's number. */
  readonly placeUnit: string;
  /** Stands after a guest's name. */
  readonly honorific: string;
  /** A guest without a readable name. */
  readonly someone: string;
  readonly smiles: (faces: number) => string;
  readonly climbed: (places: number) => string;
  readonly newLeader: string;
  readonly allTied: string;
  readonly justArrived: string;
  readonly everyone: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly waitingTitle: string;
  readonly waitingHint: string;
  readonly notFoundTitle: string;
  readonly homeHint: string;
  /** For the operator. */
  readonly fullScreen: string;
  readonly reconnecting: string;
}

const grouped = (count: number) => count.toLocaleString("en-US");

export const boardWords: Readonly<Record<Language, BoardWords>> = {
  ja: {
    ranking: "笑顔ランキング",
    guests: (count) => `参加 ${grouped(count)}人`,
    photos: (count) => `写真 ${grouped(count)}枚`,
    placeUnit: "位",
    honorific: "さん",
    someone: "ゲスト",
    smiles: (faces) => `${faces}人の笑顔`,
    climbed: (places) => `${places}人抜き`,
    newLeader: "首位交代",
    allTied: "全員そろって1位",
    justArrived: "いま届いた笑顔",
    everyone: "みんなの笑顔",
    emptyTitle: "皆さまの笑顔をお待ちしています",
    emptyHint: "LINEで写真を送ると、ここに現れます",
    waitingTitle: "まもなく始まります",
    waitingHint: "どうぞ笑顔でお待ちください",
    notFoundTitle: "ページが見つかりません",
    homeHint: "会場のスクリーンや、LINEに届いたカードからご覧ください",
    fullScreen: "全画面で表示",
    reconnecting: "再接続しています",
  },
  en: {
    ranking: "Smile ranking",
    guests: (count) => `${grouped(count)} ${count === 1 ? "guest" : "guests"}`,
    photos: (count) => `${grouped(count)} ${count === 1 ? "photo" : "photos"}`,
    placeUnit: "",
    honorific: "",
    someone: "Guest",
    smiles: (faces) => `${faces} ${faces === 1 ? "smile" : "smiles"}`,
    climbed: (places) => `up ${places}`,
    newLeader: "New leader",
    allTied: "All tied for first place",
    justArrived: "Just arrived",
    everyone: "All our smiles",
    emptyTitle: "We are waiting for your smiles",
    emptyHint: "Send a photo in LINE and it appears here",
    waitingTitle: "Starting soon",
    waitingHint: "Please wait with a smile",
    notFoundTitle: "This page does not exist",
    homeHint: "See the screen in the hall or open the card you got in LINE",
    fullScreen: "Full screen",
    reconnecting: "Reconnecting",
  },
  "zh-Hant": {
    ranking: "笑容排行榜",
    guests: (count) => `${grouped(count)} 位來賓`,
    photos: (count) => `${grouped(count)} 張照片`,
    placeUnit: "名",
    honorific: "",
    someone: "來賓",
    smiles: (faces) => `${faces} 個笑容`,
    climbed: (places) => `上升 ${places} 名`,
    newLeader: "榮登榜首",
    allTied: "全員並列第一",
    justArrived: "剛剛收到的笑容",
    everyone: "大家的笑容",
    emptyTitle: "期待您的笑容",
    emptyHint: "用 LINE 傳送照片，就會出現在這裡",
    waitingTitle: "即將開始",
    waitingHint: "請保持笑容，稍候片刻",
    notFoundTitle: "找不到這個頁面",
    homeHint: "請看會場的螢幕，或打開 LINE 收到的卡片",
    fullScreen: "全螢幕",
    reconnecting: "正在重新連線",
  },
};
