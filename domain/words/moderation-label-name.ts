import type { Language } from "../language.ts";

/** What Rekognition's moderation calls a thing, in the host's language; unknown names keep Rekognition's words. */
export function moderationLabelName(name: string, language: Language): string {
  const [ja, zhHant] = (Object.hasOwn(names, name) ? names[name] : undefined) ?? [];
  switch (language) {
    case "ja":
      return ja ?? name;
    case "zh-Hant":
      return zhHant ?? name;
    case "en":
      return name;
  }
}

/** Japanese, Traditional Chinese. */
const names: Readonly<Record<string, readonly [string, string]>> = {
  Explicit: ["露骨な性的表現", "露骨的性內容"],
  "Explicit Nudity": ["露骨な裸", "露骨裸露"],
  "Exposed Male Genitalia": ["男性器の露出", "男性生殖器裸露"],
  "Exposed Female Genitalia": ["女性器の露出", "女性生殖器裸露"],
  "Exposed Buttocks or Anus": ["お尻の露出", "臀部裸露"],
  "Exposed Female Nipple": ["女性の胸の露出", "女性胸部裸露"],
  "Explicit Sexual Activity": ["性行為", "性行為"],
  "Sex Toys": ["性具", "情趣用品"],
  "Non-Explicit Nudity of Intimate parts and Kissing": ["肌の露出・キス", "身體裸露或接吻"],
  "Non-Explicit Nudity": ["肌の露出", "身體裸露"],
  "Bare Back": ["背中の露出", "背部裸露"],
  "Exposed Male Nipple": ["男性の上半身", "男性上半身"],
  "Partially Exposed Buttocks": ["お尻の一部の露出", "部分臀部裸露"],
  "Partially Exposed Female Breast": ["胸元の露出", "部分胸部裸露"],
  "Implied Nudity": ["裸に見える姿", "疑似裸露"],
  "Obstructed Intimate Parts": ["隠された体の部分", "被遮住的私密部位"],
  "Obstructed Female Nipple": ["隠された女性の胸", "被遮住的女性胸部"],
  "Obstructed Male Genitalia": ["隠された男性器", "被遮住的男性生殖器"],
  "Kissing on the Lips": ["キス", "接吻"],
  "Swimwear or Underwear": ["水着・下着", "泳裝或內衣"],
  "Female Swimwear or Underwear": ["女性の水着・下着", "女性泳裝或內衣"],
  "Male Swimwear or Underwear": ["男性の水着・下着", "男性泳裝或內衣"],
  Violence: ["暴力", "暴力"],
  Weapons: ["武器・刃物", "武器或刀具"],
  "Graphic Violence": ["生々しい暴力", "血腥暴力"],
  "Weapon Violence": ["武器による暴力", "武器暴力"],
  "Physical Violence": ["殴る・蹴る", "肢體暴力"],
  "Self-Harm": ["自傷", "自我傷害"],
  "Blood & Gore": ["流血", "血腥"],
  "Explosions and Blasts": ["爆発", "爆炸"],
  "Visually Disturbing": ["不快な光景", "令人不適的畫面"],
  "Death and Emaciation": ["死・ひどい衰弱", "死亡或極度消瘦"],
  "Emaciated Bodies": ["ひどくやせた体", "極度消瘦的身體"],
  Corpses: ["遺体", "遺體"],
  Crashes: ["事故", "事故"],
  "Air Crash": ["航空事故", "空難"],
  "Drugs & Tobacco": ["薬物・たばこ", "藥物或菸草"],
  Products: ["薬やたばこの製品", "藥物或菸草製品"],
  Pills: ["錠剤", "藥丸"],
  "Drugs & Tobacco Paraphernalia & Use": ["薬物・たばこの使用", "使用藥物或菸草"],
  Smoking: ["喫煙", "抽菸"],
  Alcohol: ["お酒", "酒"],
  "Alcohol Use": ["飲酒", "飲酒"],
  Drinking: ["お酒を飲む様子", "喝酒"],
  "Alcoholic Beverages": ["お酒の瓶やグラス", "酒類飲品"],
  "Rude Gestures": ["失礼なしぐさ", "不雅手勢"],
  "Middle Finger": ["中指を立てるしぐさ", "比中指"],
  Gambling: ["賭け事", "賭博"],
  "Hate Symbols": ["差別的なしるし", "仇恨符號"],
  "Nazi Party": ["ナチスのしるし", "納粹符號"],
  "White Supremacy": ["白人至上主義のしるし", "白人至上主義符號"],
  Extremist: ["過激派のしるし", "極端主義符號"],
};
