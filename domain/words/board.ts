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
  /** B9 */
  readonly highScore: string;
  readonly allTied: string;
  readonly justArrived: string;
  readonly everyone: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly waitingTitle: string;
  readonly waitingHint: string;
  readonly notFoundTitle: string;
  readonly homeHint: string;
  readonly joinTitle: string;
  readonly joinSteps: readonly [string, string, string];
  /** For those who cannot see the code. */
  readonly joinQr: string;
  /** Stands before the event's code. */
  readonly joinCode: string;
  readonly roundTitle: string;
  readonly roundHint: string;
  readonly roundOver: string;
  readonly roundOverHint: string;
  readonly frozenTitle: string;
  readonly frozenHint: string;
  readonly revealTitle: string;
  /** With which place it begins. */
  readonly revealHint: (place: number) => string;
  readonly revealedPlace: (place: number) => string;
  readonly winner: string;
  readonly replayTitle: string;
  /** Before it begins. */
  readonly replayHint: string;
  /** On two lines. */
  readonly thanksTitle: string;
  readonly thanksTotals: (guests: number, photos: number) => string;
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
    highScore: "最高得点",
    allTied: "全員そろって1位",
    justArrived: "いま届いた笑顔",
    everyone: "みんなの笑顔",
    emptyTitle: "皆さまの笑顔をお待ちしています",
    emptyHint: "LINEで写真を送ると、ここに現れます",
    waitingTitle: "まもなく始まります",
    waitingHint: "どうぞ笑顔でお待ちください",
    notFoundTitle: "ページが見つかりません",
    homeHint: "会場のスクリーンや、LINEに届いたカードからご覧ください",
    joinTitle: "笑顔で競おう",
    joinSteps: ["QRを読み取る", "LINEで友だち追加", "笑顔の写真を送る"],
    joinQr: "参加用のQRコード",
    joinCode: "参加コード",
    roundTitle: "撮影タイム",
    roundHint: "笑顔の写真を、どんどん送ってください",
    roundOver: "そこまで！",
    roundOverHint: "たくさんの笑顔をありがとうございます",
    frozenTitle: "締め切りました",
    frozenHint: "結果発表まで、もうしばらくお待ちください",
    revealTitle: "結果発表",
    revealHint: (place) => `${place}位から順に発表します`,
    revealedPlace: (place) => `第${place}位`,
    winner: "優勝",
    replayTitle: "今日の笑顔をふり返る",
    replayHint: "ランキングの移り変わりを、一分間でご覧ください",
    thanksTitle: "たくさんの笑顔を\nありがとうございました",
    thanksTotals: (guests, photos) => `${grouped(guests)}人から ${grouped(photos)}枚の笑顔が届きました`,
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
    highScore: "High score",
    allTied: "All tied for first place",
    justArrived: "Just arrived",
    everyone: "All our smiles",
    emptyTitle: "We are waiting for your smiles",
    emptyHint: "Send a photo in LINE and it appears here",
    waitingTitle: "Starting soon",
    waitingHint: "Please wait with a smile",
    notFoundTitle: "This page does not exist",
    homeHint: "See the screen in the hall or open the card you got in LINE",
    joinTitle: "Smile and win",
    joinSteps: ["Scan the code", "Add us in LINE", "Send a smiling photo"],
    joinQr: "QR code to take part",
    joinCode: "Code",
    roundTitle: "Time to shoot",
    roundHint: "Send your smiles, as many as you can",
    roundOver: "Time is up!",
    roundOverHint: "Thank you for all the smiles",
    frozenTitle: "No more photos",
    frozenHint: "The results are coming in a moment",
    revealTitle: "The results",
    revealHint: (place) => `From No. ${place} up to the winner`,
    revealedPlace: (place) => `No. ${place}`,
    winner: "The winner",
    replayTitle: "Today once more",
    replayHint: "The whole ranking in one minute",
    thanksTitle: "Thank you\nfor all your smiles",
    thanksTotals: (guests, photos) =>
      `${grouped(photos)} ${photos === 1 ? "photo" : "photos"} from ${grouped(guests)} ${guests === 1 ? "guest" : "guests"}`,
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
    highScore: "最高分",
    allTied: "全員並列第一",
    justArrived: "剛剛收到的笑容",
    everyone: "大家的笑容",
    emptyTitle: "期待您的笑容",
    emptyHint: "用 LINE 傳送照片，就會出現在這裡",
    waitingTitle: "即將開始",
    waitingHint: "請保持笑容，稍候片刻",
    notFoundTitle: "找不到這個頁面",
    homeHint: "請看會場的螢幕，或打開 LINE 收到的卡片",
    joinTitle: "用笑容一較高下",
    joinSteps: ["掃描 QR Code", "在 LINE 加入好友", "傳送笑容照片"],
    joinQr: "參加用的 QR Code",
    joinCode: "參加代碼",
    roundTitle: "拍照時間",
    roundHint: "快把笑容照片傳過來",
    roundOver: "時間到！",
    roundOverHint: "謝謝大家的笑容",
    frozenTitle: "已截止收件",
    frozenHint: "結果即將揭曉，請稍候",
    revealTitle: "結果揭曉",
    revealHint: (place) => `從第 ${place} 名開始揭曉`,
    revealedPlace: (place) => `第 ${place} 名`,
    winner: "冠軍",
    replayTitle: "今日笑容回顧",
    replayHint: "用一分鐘，看看排行榜的精彩變化",
    thanksTitle: "謝謝大家\n滿滿的笑容",
    thanksTotals: (guests, photos) => `${grouped(guests)} 位來賓，共 ${grouped(photos)} 張笑容`,
    fullScreen: "全螢幕",
    reconnecting: "正在重新連線",
  },
};
