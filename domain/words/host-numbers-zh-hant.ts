import { traditionalChinese as myPhoto } from "./my-photo-zh-hant.ts";
import type { HostNumbersWords } from "./host-numbers-words.ts";

export const traditionalChinese: HostNumbersWords = {
  title: "數據",
  hint: "只計算顯示中的照片，有新照片時會立即更新。",
  loading: "載入中…",
  reading: (photos) => `正在統計照片…（${photos} 張）`,
  none: "還沒有照片",
  noneHint: "第一張照片顯示後，這裡就會出現數字和圖表。",
  report: "開啟活動紀錄（可列印）",
  asTable: "以表格檢視",
  clockNote: "時間以這台裝置的時鐘為準。",
  someone: "來賓",

  count: (count) => count.toLocaleString("zh-Hant-TW"),
  percent: (share) => `${Math.round(share * 100)}%`,
  photos: "照片",
  waiting: (pending, hidden) => `另有待確認 ${pending} 張、未顯示 ${hidden} 張`,
  smiles: "笑容",
  smilesOf: (faces, share) => `占 ${faces} 張臉的 ${share}`,
  happiness: "平均幸福度",
  happinessHint: "每一張臉的平均（最高 100）",
  guests: "傳照片的來賓",
  guestsOf: (guests, share) => `占參加者 ${guests} 人的 ${share}`,
  busiest: "最熱鬧的時段",
  most: "最高分",
  mostBy: (name, faces) => `${name}・${faces} 人的照片`,

  piece: (minutes) =>
    minutes < 60 ? `${minutes} 分鐘` : minutes < 1_440 ? `${minutes / 60} 小時` : `${minutes / 1_440} 天`,
  photosTitle: (piece) => `收到的照片（每 ${piece}）`,
  photosTold: (from, piece, most, all) => `${from} 起的 ${piece}最多，有 ${most} 張；總共 ${all} 張。`,
  happinessTitle: "幸福度的變化",
  happinessTold: (from, piece, best, faces, mean) =>
    `${from} 起的 ${piece}笑容最燦爛，${faces} 張臉平均 ${best}；整體平均 ${mean}。`,
  emotionsTitle: "讀取到的情緒",
  emotionsTold: (first, mean, second, next) =>
    `最強的是「${first}」，平均 ${mean}${second === null ? "" : `；其次是「${second}」，${next}`}。`,
  facesTitle: "每張照片的人數",
  facesTold: (mean, commonest, photos) =>
    `每張平均 ${mean} 人；最常見的是 ${commonest}的照片，有 ${photos} 張。`,
  sharesTitle: "每位來賓傳的張數",
  sharesTold: (guests, all, share, mean) =>
    `${all === null ? "" : `參加者 ${all} 人中，`}${guests} 人${all === null ? "" : `（${share}）`}傳了照片，每人平均 ${mean} 張。`,
  climbTitle: "前十名的足跡",
  climbTold: (name, score, since) => `目前第一名是 ${name}（${score}），從 ${since} 起領先至今。`,
  climbNote: "右側的名字依目前名次排列。",
  climbKept: (name, score, since) => `第一名是 ${name}（${score}），從 ${since} 起領先到最後。`,
  climbKeptNote: "右側的名字依最後名次排列。",

  time: "時間",
  faces: "臉",
  noFaces: "沒有臉",
  emotion: "情緒",
  emotions: myPhoto.emotions,
  mean: "平均",
  facesOf: (count, isOpen) => `${count} 人${isOpen ? "以上" : ""}`,
  photosOf: (count, isOpen) => `${count} 張${isOpen ? "以上" : ""}`,
  place: (place) => `第 ${place} 名`,
  beyond: "十名外",
  notYet: "尚未",
  points: (score) => `${score}pt`,

  happiestPhoto: "分數最高的照片",
  happiestGroup: "笑容最燦爛的一群人",
  pictureOf: (name) => `${name} 傳的照片`,
  noPicture: "無法顯示圖片",
  groupTold: (faces, happiness) => `${faces} 人平均 ${happiness}`,
};
