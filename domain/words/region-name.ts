import type { Language } from "../language.ts";

const places: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "ap-northeast-1": { ja: "東京", en: "Tokyo, Japan", "zh-Hant": "日本東京" },
  "ap-northeast-3": { ja: "大阪", en: "Osaka, Japan", "zh-Hant": "日本大阪" },
  "ap-northeast-2": { ja: "韓国・ソウル", en: "Seoul, South Korea", "zh-Hant": "韓國首爾" },
  "ap-southeast-1": { ja: "シンガポール", en: "Singapore", "zh-Hant": "新加坡" },
  "us-east-1": { ja: "米国・バージニア", en: "Virginia, USA", "zh-Hant": "美國維吉尼亞" },
  "us-west-2": { ja: "米国・オレゴン", en: "Oregon, USA", "zh-Hant": "美國奧勒岡" },
  "eu-west-1": { ja: "アイルランド", en: "Ireland", "zh-Hant": "愛爾蘭" },
  "eu-central-1": { ja: "ドイツ・フランクフルト", en: "Frankfurt, Germany", "zh-Hant": "德國法蘭克福" },
};

/** Where an AWS region lies, for people; one that is not known here is called by AWS's name. */
export function regionName(region: string, language: Language): string {
  return places[region]?.[language] ?? region;
}
