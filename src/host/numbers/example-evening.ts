import type { EmotionType } from "#domain/face";
import type { NumbersPhoto } from "#domain/numbers-photo";
import { exampleEvent } from "../events/example-event.ts";

const MINUTE_MS = 60_000;
const surnames = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"];
const givenNames = ["花子", "蓮", "葵", "湊", "結衣", "大翔", "さくら", "陽菜"];

/** For tests and pictures: what somebody is called, such as 佐藤 花子; the eleventh writes the name in Latin letters. */
const nameOf = (guest: number): string =>
  guest === 10
    ? "Alexandra Featherstone"
    : `${surnames[guest % surnames.length]} ${givenNames[Math.floor(guest / 3) % givenNames.length]}`;

/** The same numbers from 0 to 1 every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** For tests and pictures: an afternoon with a burst after the toast and one at the cake, about 60 guests. */
export function exampleEvening(photos = 150): readonly NumbersPhoto[] {
  const roll = dice(7);
  return Array.from({ length: photos }, (_, index) => examplePhoto(index, roll));
}

function examplePhoto(index: number, roll: () => number): NumbersPhoto {
  const part = roll();
  const minute = part < 0.35 ? 62 + roll() * 9 : part < 0.6 ? 120 + roll() * 12 : roll() * 170;
  const guest = Math.floor(roll() ** 1.6 * 60);
  const faceCount = Math.max(roll() < 0.04 ? 0 : 1, Math.round(roll() ** 2 * 9));
  const happy = faceCount === 0 ? 0 : 58 + 38 * Math.sqrt(roll()) - (minute < 40 ? 12 : 0);
  const rest = 100 - happy;
  const emotions: Partial<Record<EmotionType, number>> =
    faceCount === 0
      ? {}
      : {
          HAPPY: happy,
          CALM: rest * 0.6,
          SURPRISED: rest * 0.18,
          CONFUSED: rest * 0.08,
          SAD: rest * 0.06,
          FEAR: rest * 0.04,
          ANGRY: rest * 0.02,
          DISGUSTED: rest * 0.02,
        };
  const state = roll();
  return {
    photoId: String(100_000 + index),
    guestId: `g${guest}`,
    displayName: nameOf(guest),
    sentAt: exampleEvent.opensAt + Math.round(minute * MINUTE_MS),
    state: state < 0.02 ? "pending" : state < 0.07 ? "hidden" : "shown",
    score: Math.round(happy * faceCount * 10) / 10,
    faceCount,
    smiles: Math.round(faceCount * Math.min(1, happy / 90)),
    missions: [],
    emotions,
    version: 1,
  };
}
