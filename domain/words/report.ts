import type { Language } from "../language.ts";
import type { ReportWords } from "./report-words.ts";

const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;

/** Hours and minutes, without those that are none. */
function inHours(
  minutes: number,
  hour: (count: number) => string,
  minute: (count: number) => string,
  between = "",
): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [hour(hours)] : []), ...(rest > 0 || hours === 0 ? [minute(rest)] : [])].join(
    between,
  );
}

const dayOf = (locale: string, weekday: "long" | "short" = "long") => {
  const format = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", day: "numeric", weekday });
  return (at: number): string => format.format(at);
};

/** The texts of the report, in the event's language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = {
  ja: {
    kicker: "笑顔の記録",
    day: dayOf("ja-JP", "short"),
    lead: (photos, smiles) =>
      `${photos.toLocaleString("ja-JP")}枚の写真と、${smiles.toLocaleString("ja-JP")}の笑顔。`,
    sentBy: (guests, lasted) => `${guests}人の皆さまが、${lasted}のあいだに送ってくださいました。`,
    lasted: (minutes) =>
      inHours(
        minutes,
        (hours) => `${hours}時間`,
        (rest) => `${rest}分`,
      ),
    named: (name) => `${name}さん`,
    someone: "ゲスト",
    bestPhoto: "この日いちばんの一枚",
    topTen: "笑顔ランキング",
    place: (place) => `第${place}位`,
    points: (score) => `${score}pt`,
    moments: "この日のひととき",
    first: "はじめの一枚",
    last: "おわりの一枚",
    busiest: (from, photos) => `${from}ごろ・${photos}枚`,
    busiestTitle: "いちばんにぎわった時間",
    group: "いちばん笑顔のグループ",
    groupTold: (faces, happiness) => `${faces}人・幸福度の平均${happiness}`,
    everybody: (photos) => `みんなの笑顔　${photos.toLocaleString("ja-JP")}枚`,
    inNumbers: "数字で振り返る",
    pictureOf: (name) => `${name}さんが送った写真`,
  },
  en: {
    kicker: "A day of smiles",
    day: dayOf("en-GB"),
    lead: (photos, smiles) => `${many(photos, "photo")}, ${many(smiles, "smile")}.`,
    sentBy: (guests, lasted) => `Sent by ${many(guests, "guest")} within ${lasted}.`,
    lasted: (minutes) =>
      inHours(
        minutes,
        (hours) => many(hours, "hour"),
        (rest) => many(rest, "minute"),
        " and ",
      ),
    named: (name) => name,
    someone: "Guest",
    bestPhoto: "The photo of the day",
    topTen: "Smile ranking",
    place: (place) => `No. ${place}`,
    points: (score) => `${score}pt`,
    moments: "Moments",
    first: "The first photo",
    last: "The last photo",
    busiest: (from, photos) => `about ${from}, ${many(photos, "photo")}`,
    busiestTitle: "The busiest time",
    group: "The happiest group",
    groupTold: (faces, happiness) => `${many(faces, "face")}, ${happiness} on average`,
    everybody: (photos) => `All ${many(photos, "photo")}`,
    inNumbers: "The day in numbers",
    pictureOf: (name) => `Photo sent by ${name}`,
  },
  "zh-Hant": {
    kicker: "笑容紀錄",
    day: dayOf("zh-Hant-TW"),
    lead: (photos, smiles) =>
      `${photos.toLocaleString("zh-Hant-TW")} 張照片，${smiles.toLocaleString("zh-Hant-TW")} 個笑容。`,
    sentBy: (guests, lasted) => `由 ${guests} 位來賓在 ${lasted}內傳來。`,
    lasted: (minutes) =>
      inHours(
        minutes,
        (hours) => `${hours} 小時`,
        (rest) => ` ${rest} 分鐘`,
      ).trim(),
    named: (name) => name,
    someone: "來賓",
    bestPhoto: "當天最棒的一張",
    topTen: "笑容排行榜",
    place: (place) => `第 ${place} 名`,
    points: (score) => `${score}pt`,
    moments: "當天的片刻",
    first: "第一張照片",
    last: "最後一張照片",
    busiest: (from, photos) => `${from} 左右・${photos} 張`,
    busiestTitle: "最熱鬧的時段",
    group: "笑容最燦爛的一群人",
    groupTold: (faces, happiness) => `${faces} 人・平均幸福度 ${happiness}`,
    everybody: (photos) => `大家的笑容　${photos.toLocaleString("zh-Hant-TW")} 張`,
    inNumbers: "數字回顧",
    pictureOf: (name) => `${name} 傳的照片`,
  },
};
