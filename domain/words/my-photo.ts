import type { Language } from "../language.ts";
import { english } from "./my-photo-en.ts";
import { japanese } from "./my-photo-ja.ts";
import type { MyPhotoWords } from "./my-photo-words.ts";
import { traditionalChinese } from "./my-photo-zh-hant.ts";

/** The texts of a guest's page about one own photo. */
export const myPhotoWords: Readonly<Record<Language, MyPhotoWords>> = {
  ja: japanese,
  en: english,
  "zh-Hant": traditionalChinese,
};
