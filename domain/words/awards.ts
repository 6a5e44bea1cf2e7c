import type { AwardId } from "../award-id.ts";
import type { Language } from "../language.ts";
import { points } from "../scoring.ts";

/** What is said of one award. */
export interface AwardWordsOf {
  readonly name: string;
  /** What it is given for, in one line. */
  readonly reason: string;
  /** What it was earned with: points, faces or missions with their unit. */
  readonly value: (value: number) => string;
}

export interface AwardWords {
  /** Above all of them. */
  readonly title: string;
  readonly awards: Readonly<Record<AwardId, AwardWordsOf>>;
}

const gained = (value: number) => `+${points(value)}`;

export const awardWords: Readonly<Record<Language, AwardWords>> = {
  ja: {
    title: "特別賞",
    awards: {
      "happiest-table": {
        name: "いちばん笑顔の集合写真",
        reason: "4人以上で写った写真の中で、いちばん得点の高かった一枚",
        value: points,
      },
      "best-pair": {
        name: "ベストツーショット賞",
        reason: "2人で写った写真の中で、いちばん得点の高かった一枚",
        value: points,
      },
      "biggest-group": {
        name: "大集合賞",
        reason: "いちばん大勢で写った一枚",
        value: (faces) => `${faces}人`,
      },
      comeback: {
        name: "いちばん伸びたで賞",
        reason: "最初の一枚から、いちばん得点を伸ばした方",
        value: gained,
      },
      "most-missions": {
        name: "ミッションマスター賞",
        reason: "いちばんたくさんのミッションを達成した方",
        value: (missions) => `ミッション${missions}個`,
      },
      "first-smile": {
        name: "笑顔一番乗り賞",
        reason: "最初の笑顔を届けてくれた方",
        value: points,
      },
      "most-faces": {
        name: "笑顔あつめ名人賞",
        reason: "すべての写真を合わせて、いちばん多くのお顔を写した方",
        value: (faces) => `のべ${faces}人`,
      },
    },
  },
  en: {
    title: "Special awards",
    awards: {
      "happiest-table": {
        name: "Happiest table",
        reason: "The most points of all photos with four or more people",
        value: points,
      },
      "best-pair": {
        name: "Best pair",
        reason: "The most points of all photos of two",
        value: points,
      },
      "biggest-group": {
        name: "Biggest group",
        reason: "The most people in one photo",
        value: (faces) => `${faces} people`,
      },
      comeback: {
        name: "Comeback of the day",
        reason: "The most points gained since the first photo",
        value: gained,
      },
      "most-missions": {
        name: "Challenge champion",
        reason: "The most challenges completed",
        value: (missions) => `${missions} ${missions === 1 ? "challenge" : "challenges"}`,
      },
      "first-smile": {
        name: "First smile",
        reason: "The very first smile that reached us",
        value: points,
      },
      "most-faces": {
        name: "Smile collector",
        reason: "The most faces in all photos together",
        value: (faces) => `${faces} faces`,
      },
    },
  },
  "zh-Hant": {
    title: "特別獎",
    awards: {
      "happiest-table": {
        name: "最燦爛大合照",
        reason: "四人以上的合照中，得分最高的一張",
        value: points,
      },
      "best-pair": {
        name: "最佳雙人照",
        reason: "兩人合照中，得分最高的一張",
        value: points,
      },
      "biggest-group": {
        name: "最多人同框獎",
        reason: "一張照片裡，入鏡人數最多",
        value: (faces) => `${faces} 人`,
      },
      comeback: {
        name: "最佳進步獎",
        reason: "和第一張照片相比，得分進步最多",
        value: gained,
      },
      "most-missions": {
        name: "任務達人獎",
        reason: "完成最多任務",
        value: (missions) => `${missions} 個任務`,
      },
      "first-smile": {
        name: "搶先微笑獎",
        reason: "最早送來笑容的來賓",
        value: points,
      },
      "most-faces": {
        name: "笑容收藏家",
        reason: "所有照片加起來，拍下最多張臉孔",
        value: (faces) => `共 ${faces} 張臉孔`,
      },
    },
  },
};
