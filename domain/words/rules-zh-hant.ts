import type { RulesWords } from "./rules-words.ts";

export const traditionalChinese: RulesWords = {
  rules: {
    faceCap: {
      name: "計分人數",
      effect: "一張照片依笑容高低，最多計算幾個人的分數。留空就是全部計算。",
    },
    minFaceSize: {
      name: "計分的臉孔大小",
      effect: "比這更小的臉孔不計分，背景路過的人就不會算進去。",
    },
    minFaceConfidence: {
      name: "認定為臉孔的把握",
      effect: "把握不足的臉孔不計分，可減少把玩偶或畫像當成人的情形。",
    },
    standing: { name: "排行方式", effect: "每位賓客的照片中，哪些計入排行榜。" },
    photosPerGuest: {
      name: "每人張數",
      effect: "每位賓客的照片，依傳送先後最多採用幾張。收回一張，下一張就會遞補。留空就是不限張數。",
    },
    missions: {
      name: "任務",
      effect: "「拍拍看這樣的照片」的題目。達成時會顯示在賓客的卡片上，不影響得分。",
    },
    labels: {
      name: "照片裡的東西",
      effect: "除了臉孔，也辨識蛋糕、花束等東西，並顯示在賓客的照片頁。",
    },
    bannedWords: {
      name: "不想出現的文字",
      effect: "照片裡的文字含有這些詞時，會先待確認。對之後收到的照片生效。",
    },
    treatments: {
      name: "自動檢查的處理",
      effect: "自動檢查發現內容時要怎麼處理，可依活動調整。對之後收到的照片生效。",
    },
  },
  standings: {
    best: { name: "最好的一張", effect: "只用得分最高的一張比高下。" },
    "best-three": { name: "最好的三張合計", effect: "得分最高的三張加總，多拍幾次更有趣。" },
    diminishing: {
      name: "拍越多，慢慢增加",
      effect: "第一張全計，第二張一半，第三張四分之一……最多加到十張。",
    },
  },
  treatments: { block: "不顯示", review: "待確認", ignore: "顯示" },
  goals: { label: "拍到某樣東西", faces: "湊齊人數", "everybody-smiles": "全員微笑" },
  faceCap: (most) => (most === undefined ? "全部" : most === 1 ? "只算笑得最開心的人" : `前${most}人`),
  minFaceSize: (percent) => (percent === undefined ? "不限大小" : `照片邊長的${percent}%以上`),
  minFaceConfidence: (percent) => (percent === undefined ? "不限" : `${percent}%以上`),
  photosPerGuest: (most) => (most === undefined ? "不限張數" : `每人最多${most}張`),
  labels: (rule) => (rule === undefined ? "不辨識" : `把握${rule.percent}%以上，最多${rule.most}項`),
  goal: (goal, label) => {
    switch (goal.kind) {
      case "label":
        return goal.count === 1 ? `拍到${label}` : `拍到${goal.count}個以上的${label}`;
      case "faces":
        return goal.exactly ? `剛好${goal.count}人入鏡` : `${goal.count}人以上入鏡`;
      case "everybody-smiles":
        return goal.count === 1 ? "入鏡的人全都在笑" : `${goal.count}人以上，而且全員微笑`;
    }
  },
  treated: (label, treatment) => `${label}：${treatment}`,
  none: "無",
  usual: "照常",
  between: "、",
};
