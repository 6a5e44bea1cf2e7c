import { japanese as myPhoto } from "./my-photo-ja.ts";
import type { HostNumbersWords } from "./host-numbers-words.ts";

export const japanese: HostNumbersWords = {
  title: "数字で見る",
  hint: "表示中の写真だけを数えています。新しい写真が届くと、すぐに変わります。",
  loading: "読み込んでいます…",
  reading: (photos) => `写真を数えています…（${photos}枚）`,
  none: "まだ写真がありません",
  noneHint: "最初の写真が表示されると、ここに数字とグラフが出ます。",
  report: "式の記録をひらく（印刷できます）",
  asTable: "表で見る",
  clockNote: "時刻は、この端末の時計で表しています。",
  someone: "ゲスト",

  count: (count) => count.toLocaleString("ja-JP"),
  percent: (share) => `${Math.round(share * 100)}%`,
  photos: "写真",
  waiting: (pending, hidden) => `ほかに、確認待ち${pending}枚・非表示${hidden}枚`,
  smiles: "笑顔",
  smilesOf: (faces, share) => `写った${faces}人のうち${share}`,
  happiness: "幸福度の平均",
  happinessHint: "写った人ひとりずつの平均（最高100）",
  guests: "送ってくれたゲスト",
  guestsOf: (guests, share) => `参加${guests}人のうち${share}`,
  busiest: "いちばん届いた時間",
  most: "最高得点",
  mostBy: (name, faces) => `${name}さん・${faces}人の写真`,

  piece: (minutes) =>
    minutes < 60 ? `${minutes}分` : minutes < 1_440 ? `${minutes / 60}時間` : `${minutes / 1_440}日`,
  photosTitle: (piece) => `届いた写真（${piece}ごと）`,
  photosTold: (from, piece, most, all) =>
    `いちばん多かったのは${from}からの${piece}で、${most}枚。全部で${all}枚です。`,
  happinessTitle: "幸福度の移り変わり",
  happinessTold: (from, piece, best, faces, mean) =>
    `いちばん笑顔だったのは${from}からの${piece}で、${faces}人分の平均は${best}。全体の平均は${mean}です。`,
  emotionsTitle: "読み取った感情",
  emotionsTold: (first, mean, second, next) =>
    `いちばん強いのは「${first}」で平均${mean}${second === null ? "" : `、次は「${second}」で${next}`}です。`,
  facesTitle: "1枚に写った人数",
  facesTold: (mean, commonest, photos) =>
    `1枚に平均${mean}人。いちばん多いのは${commonest}の写真で、${photos}枚です。`,
  sharesTitle: "ゲストが送った枚数",
  sharesTold: (guests, all, share, mean) =>
    `${all === null ? "" : `参加${all}人のうち`}${guests}人${all === null ? "" : `（${share}）`}が写真を送りました。ひとり平均${mean}枚です。`,
  climbTitle: "上位10人の歩み",
  climbTold: (name, score, since) => `現在の1位は${name}さん（${score}）。${since}から首位です。`,
  climbNote: "右の名前は現在の順位です。",
  climbKept: (name, score, since) => `1位は${name}さん（${score}）。${since}から最後まで首位でした。`,
  climbKeptNote: "右の名前は最後の順位です。",

  time: "時刻",
  faces: "顔",
  noFaces: "顔なし",
  emotion: "感情",
  emotions: myPhoto.emotions,
  mean: "平均",
  facesOf: (count, isOpen) => `${count}人${isOpen ? "以上" : ""}`,
  photosOf: (count, isOpen) => `${count}枚${isOpen ? "以上" : ""}`,
  place: (place) => `${place}位`,
  beyond: "圏外",
  notYet: "まだ",
  points: (score) => `${score}pt`,

  happiestPhoto: "得点がいちばん高い写真",
  happiestGroup: "いちばん笑顔のグループ",
  pictureOf: (name) => `${name}さんが送った写真`,
  noPicture: "画像を表示できません",
  groupTold: (faces, happiness) => `${faces}人の平均 ${happiness}`,
};
