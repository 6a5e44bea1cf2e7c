import type { Language } from "../language.ts";

export interface ExportTableWords {
  /** X2: where photos lie, by their state. */
  readonly folders: Readonly<Record<"shown" | "pending" | "hidden", string>>;
  readonly photos: Readonly<
    Record<
      | "file"
      | "part"
      | "sentAt"
      | "guest"
      | "state"
      | "reason"
      | "points"
      | "faces"
      | "happiness"
      | "missions"
      | "labels"
      | "decidedBy"
      | "photoId"
      | "guestId",
      string
    >
  >;
  readonly guests: Readonly<
    Record<
      | "name"
      | "reading"
      | "language"
      | "place"
      | "points"
      | "photos"
      | "isExcluded"
      | "isOffScreen"
      | "isBanned"
      | "guestId",
      string
    >
  >;
  readonly yes: string;
}

/** What stands in the files that hosts take away, in the event's language. */
export const exportTableWords: Readonly<Record<Language, ExportTableWords>> = {
  ja: {
    folders: { shown: "写真", pending: "確認待ち", hidden: "非表示" },
    photos: {
      file: "ファイル",
      part: "何個目のZIP",
      sentAt: "送信日時",
      guest: "送った人",
      state: "状態",
      reason: "理由",
      points: "幸福度",
      faces: "人数",
      happiness: "笑顔の平均",
      missions: "達成したお題",
      labels: "写っているもの",
      decidedBy: "判断した主催者",
      photoId: "写真ID",
      guestId: "ゲストID",
    },
    guests: {
      name: "お名前",
      reading: "よみがな",
      language: "言語",
      place: "順位",
      points: "得点",
      photos: "写真の枚数",
      isExcluded: "ランキングから外す",
      isOffScreen: "スクリーンに出さない",
      isBanned: "参加を停止",
      guestId: "ゲストID",
    },
    yes: "はい",
  },
  en: {
    folders: { shown: "Photos", pending: "Waiting", hidden: "Hidden" },
    photos: {
      file: "File",
      part: "ZIP number",
      sentAt: "Sent at",
      guest: "Sent by",
      state: "State",
      reason: "Why",
      points: "Points",
      faces: "Faces",
      happiness: "Mean happiness",
      missions: "Challenges met",
      labels: "What is on it",
      decidedBy: "Decided by",
      photoId: "Photo id",
      guestId: "Guest id",
    },
    guests: {
      name: "Name",
      reading: "Reading",
      language: "Language",
      place: "Place",
      points: "Points",
      photos: "Photos",
      isExcluded: "Not in the ranking",
      isOffScreen: "Not on the screen",
      isBanned: "Banned",
      guestId: "Guest id",
    },
    yes: "yes",
  },
  "zh-Hant": {
    folders: { shown: "照片", pending: "待確認", hidden: "未顯示" },
    photos: {
      file: "檔案",
      part: "第幾個ZIP",
      sentAt: "傳送時間",
      guest: "傳送者",
      state: "狀態",
      reason: "原因",
      points: "幸福度",
      faces: "人數",
      happiness: "平均笑容",
      missions: "達成的挑戰",
      labels: "拍到的內容",
      decidedBy: "決定的主辦人",
      photoId: "照片ID",
      guestId: "賓客ID",
    },
    guests: {
      name: "姓名",
      reading: "讀音",
      language: "語言",
      place: "名次",
      points: "得分",
      photos: "照片數",
      isExcluded: "不列入排名",
      isOffScreen: "不顯示在螢幕上",
      isBanned: "停止參加",
      guestId: "賓客ID",
    },
    yes: "是",
  },
};
