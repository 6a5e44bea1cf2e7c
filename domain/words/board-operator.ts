import type { Language } from "../language.ts";

/** The words for whoever operates the projector's computer. */
export interface BoardOperatorWords {
  /** On the splash: what a click does, and what happens without one. */
  readonly start: string;
  readonly startHint: string;
  readonly soundIsOn: string;
  readonly soundIsOff: string;
  readonly details: string;
  readonly connection: string;
  readonly connected: string;
  readonly reconnecting: string;
  readonly lastRead: string;
  readonly secondsAgo: (seconds: number) => string;
  readonly notYet: string;
  readonly stage: string;
  readonly guests: string;
  readonly photos: string;
  readonly spotlight: string;
  readonly cornerQr: string;
  readonly sound: string;
  /** The browser allows no sound before somebody clicks or presses a key. */
  readonly soundWaits: string;
  readonly on: string;
  readonly off: string;
  /** Of what is otherwise than the event has it. */
  readonly onlyHere: (told: string) => string;
}

export const boardOperatorWords: Readonly<Record<Language, BoardOperatorWords>> = {
  ja: {
    start: "クリックで全画面表示",
    startHint: "画面はスリープしません。何もしなければ、まもなく自動で始まります",
    soundIsOn: "クリックすると効果音が鳴るようになります（Mキーで消せます）",
    soundIsOff: "効果音は鳴りません（Mキーで鳴らせます）",
    details: "スクリーンの状態",
    connection: "接続",
    connected: "つながっています",
    reconnecting: "再接続しています",
    lastRead: "最後の読み込み",
    secondsAgo: (seconds) => `${seconds}秒前`,
    notYet: "まだありません",
    stage: "場面",
    guests: "参加者",
    photos: "写真",
    spotlight: "最高得点の演出（S）",
    cornerQr: "隅のQRコード（Q）",
    sound: "効果音（M）",
    soundWaits: "一度クリックすると鳴ります",
    on: "オン",
    off: "オフ",
    onlyHere: (told) => `${told}（この画面だけ）`,
  },
  en: {
    start: "Click for full screen",
    startHint: "The screen will not sleep. Without a click the board starts by itself in a moment",
    soundIsOn: "The click also turns the sound on (M turns it off)",
    soundIsOff: "No sound is played (M turns it on)",
    details: "State of this screen",
    connection: "Connection",
    connected: "Connected",
    reconnecting: "Reconnecting",
    lastRead: "Last read",
    secondsAgo: (seconds) => `${seconds} s ago`,
    notYet: "Not yet",
    stage: "Stage",
    guests: "Guests",
    photos: "Photos",
    spotlight: "High score moments (S)",
    cornerQr: "QR in the corner (Q)",
    sound: "Sound (M)",
    soundWaits: "Click once, and it is heard",
    on: "On",
    off: "Off",
    onlyHere: (told) => `${told} (this screen only)`,
  },
  "zh-Hant": {
    start: "按一下以全螢幕顯示",
    startHint: "螢幕不會休眠。若不操作，稍後將自動開始",
    soundIsOn: "按一下後會播放音效（按 M 可關閉）",
    soundIsOff: "不播放音效（按 M 可開啟）",
    details: "螢幕狀態",
    connection: "連線",
    connected: "已連線",
    reconnecting: "正在重新連線",
    lastRead: "最近讀取",
    secondsAgo: (seconds) => `${seconds} 秒前`,
    notYet: "尚未讀取",
    stage: "畫面",
    guests: "來賓",
    photos: "照片",
    spotlight: "最高分特寫（S）",
    cornerQr: "角落的 QR Code（Q）",
    sound: "音效（M）",
    soundWaits: "按一下畫面後才會發聲",
    on: "開",
    off: "關",
    onlyHere: (told) => `${told}（僅此畫面）`,
  },
};
