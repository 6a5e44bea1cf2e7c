import type { EmotionType } from "#domain/face";
import type { Language } from "#domain/language";

/** The words of a report. */
export interface ReportWords {
  readonly faces: (count: number) => string;
  readonly facesHead: string;
  readonly notKnown: string;
  readonly yes: string;
  readonly no: string;
  readonly ageRange: string;
  readonly gender: string;
  readonly genders: Readonly<Record<string, string>>;
  readonly smile: string;
  readonly eyeglasses: string;
  readonly emotions: string;
  readonly emotion: Readonly<Record<EmotionType, string>>;
  readonly sunglasses: string;
  readonly beard: string;
  readonly mustache: string;
  readonly eyesOpen: string;
  readonly mouthOpen: string;
  readonly faceOccluded: string;
  readonly eyeDirection: string;
  readonly pose: string;
  readonly quality: string;
  readonly brightness: string;
  readonly sharpness: string;
  readonly box: string;
  readonly certainty: string;
  readonly landmarks: string;
  readonly labels: string;
  readonly isA: string;
  readonly times: (count: number) => string;
  readonly moderation: string;
  readonly nothing: string;
  readonly notAvailableLocally: string;
  readonly notChecked: string;
  readonly scaled: (from: string, to: string) => string;
  readonly photo: string;
  readonly score: string;
  readonly note: string;
  readonly cannotBeRead: string;
  readonly failed: string;
  readonly notTried: (count: number) => string;
  readonly total: (photos: number, faces: number, points: string) => string;
  readonly withoutFaces: (count: number) => string;
  readonly unreadable: (count: number) => string;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = {
  en: {
    faces: (count) => (count === 0 ? "no face" : count === 1 ? "1 face" : `${count} faces`),
    facesHead: "faces",
    notKnown: "not known",
    yes: "yes",
    no: "no",
    ageRange: "looks aged",
    gender: "looks",
    genders: { Female: "female", Male: "male" },
    smile: "smile",
    eyeglasses: "eyeglasses",
    emotions: "emotions",
    emotion: {
      HAPPY: "happy",
      SAD: "sad",
      ANGRY: "angry",
      CONFUSED: "confused",
      DISGUSTED: "disgusted",
      SURPRISED: "surprised",
      CALM: "calm",
      FEAR: "fear",
      UNKNOWN: "another",
    },
    sunglasses: "sunglasses",
    beard: "beard",
    mustache: "mustache",
    eyesOpen: "eyes open",
    mouthOpen: "mouth open",
    faceOccluded: "covered",
    eyeDirection: "eyes turned",
    pose: "head turned",
    quality: "picture",
    brightness: "brightness",
    sharpness: "sharpness",
    box: "box",
    certainty: "is a face",
    landmarks: "landmarks",
    labels: "Labels",
    isA: "kind of",
    times: (count) => `${count}×`,
    moderation: "Unsafe content",
    nothing: "nothing found",
    notAvailableLocally: "not checked: not available locally",
    notChecked: "not checked",
    scaled: (from, to) => `too large to be sent (${from}), read in a smaller copy (${to})`,
    photo: "photo",
    score: "score",
    note: "note",
    cannotBeRead: "cannot be read",
    failed: "reading failed",
    notTried: (count) => (count === 1 ? "1 photo was not tried." : `${count} photos were not tried.`),
    total: (photos, faces, points) =>
      `${photos} photos, ${faces === 1 ? "1 face" : `${faces} faces`}, ${points} together`,
    withoutFaces: (count) => `${count} without a face`,
    unreadable: (count) => `${count} not read`,
  },
  ja: {
    faces: (count) => (count === 0 ? "お顔が見つかりません" : `お顔 ${count}人`),
    facesHead: "お顔",
    notKnown: "不明",
    yes: "はい",
    no: "いいえ",
    ageRange: "見た目の年齢",
    gender: "見た目の性別",
    genders: { Female: "女性", Male: "男性" },
    smile: "笑顔",
    eyeglasses: "メガネ",
    emotions: "感情",
    emotion: {
      HAPPY: "喜び",
      SAD: "悲しみ",
      ANGRY: "怒り",
      CONFUSED: "困惑",
      DISGUSTED: "嫌悪",
      SURPRISED: "驚き",
      CALM: "穏やか",
      FEAR: "恐れ",
      UNKNOWN: "その他",
    },
    sunglasses: "サングラス",
    beard: "あごひげ",
    mustache: "口ひげ",
    eyesOpen: "目を開けている",
    mouthOpen: "口を開けている",
    faceOccluded: "顔が隠れている",
    eyeDirection: "視線",
    pose: "顔の向き",
    quality: "写り",
    brightness: "明るさ",
    sharpness: "鮮明さ",
    box: "位置",
    certainty: "顔である確度",
    landmarks: "特徴点",
    labels: "ラベル",
    isA: "上位",
    times: (count) => `${count}か所`,
    moderation: "不適切な内容",
    nothing: "見つかりませんでした",
    notAvailableLocally: "未確認（この機械では調べられません）",
    notChecked: "未確認",
    scaled: (from, to) => `大きすぎるため（${from}）、縮小して読み取りました（${to}）`,
    photo: "写真",
    score: "得点",
    note: "備考",
    cannotBeRead: "読み込めません",
    failed: "読み取りに失敗",
    notTried: (count) => `残り${count}枚は読み取っていません。`,
    total: (photos, faces, points) => `写真${photos}枚・お顔${faces}人・合計${points}`,
    withoutFaces: (count) => `お顔なし${count}枚`,
    unreadable: (count) => `読み取れず${count}枚`,
  },
  "zh-Hant": {
    faces: (count) => (count === 0 ? "沒有找到臉孔" : `${count}張臉`),
    facesHead: "臉",
    notKnown: "不明",
    yes: "是",
    no: "否",
    ageRange: "看起來的年齡",
    gender: "看起來的性別",
    genders: { Female: "女性", Male: "男性" },
    smile: "笑容",
    eyeglasses: "眼鏡",
    emotions: "情緒",
    emotion: {
      HAPPY: "快樂",
      SAD: "悲傷",
      ANGRY: "生氣",
      CONFUSED: "困惑",
      DISGUSTED: "厭惡",
      SURPRISED: "驚訝",
      CALM: "平靜",
      FEAR: "害怕",
      UNKNOWN: "其他",
    },
    sunglasses: "太陽眼鏡",
    beard: "鬍鬚",
    mustache: "八字鬍",
    eyesOpen: "眼睛張開",
    mouthOpen: "嘴巴張開",
    faceOccluded: "臉被遮住",
    eyeDirection: "視線",
    pose: "臉的方向",
    quality: "畫質",
    brightness: "亮度",
    sharpness: "清晰度",
    box: "位置",
    certainty: "是臉的把握",
    landmarks: "特徵點",
    labels: "標籤",
    isA: "屬於",
    times: (count) => `${count}處`,
    moderation: "不當內容",
    nothing: "沒有發現",
    notAvailableLocally: "未檢查（本機無法檢查）",
    notChecked: "未檢查",
    scaled: (from, to) => `檔案太大（${from}），已縮小後讀取（${to}）`,
    photo: "照片",
    score: "得分",
    note: "備註",
    cannotBeRead: "無法讀取",
    failed: "讀取失敗",
    notTried: (count) => `其餘${count}張沒有讀取。`,
    total: (photos, faces, points) => `照片${photos}張・臉${faces}張・合計${points}`,
    withoutFaces: (count) => `沒有臉孔的${count}張`,
    unreadable: (count) => `無法讀取的${count}張`,
  },
};
