import type { BackdropName } from "./backdrop.ts";
import { play } from "./cast.ts";
import type { CastName } from "./cast.ts";
import { cake, confetti, flowers } from "./foreground.ts";
import type { Foreground } from "./foreground.ts";
import type { MoodName, PlacedPerson } from "./person.ts";

export interface SampleDescription {
  readonly ja: string;
  readonly en: string;
  readonly "zh-Hant": string;
}

export interface Sample {
  readonly name: string;
  readonly description: SampleDescription;
  /** What the people show; `mixed` when they differ, `none` where no face can be read. */
  readonly mood: MoodName | "mixed" | "none";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly backdrop: BackdropName;
  readonly people: readonly PlacedPerson[];
  readonly foreground?: Foreground;
  /** 0..1, black over everything. */
  readonly darkness?: number;
}

const words = (ja: string, en: string, zh: string): SampleDescription => ({ ja, en, "zh-Hant": zh });
const landscape = { width: 1280, height: 960 } as const;
const upright = { width: 960, height: 1280 } as const;
const panorama = { width: 1280, height: 440 } as const;

const alone = (name: CastName, mood: MoodName, tilt = 0): PlacedPerson[] => [
  { person: play(name, mood, tilt), x: 640, y: 400, scale: 1.35 },
];

type Entry = readonly [CastName, MoodName, number?];

/** Side by side; every second one a step back. `y` and `step` in pixels of the picture. */
function row(entries: readonly Entry[], y: number, scale: number, width = 1280, step = 0): PlacedPerson[] {
  const pitch = width / (entries.length + 0.35);
  return entries.map(([name, mood, tilt], index) => ({
    person: play(name, mood, tilt),
    x: pitch * (index + 0.675),
    y: y + (index % 2 ? -step : step),
    scale,
  }));
}

export const SAMPLES: readonly Sample[] = [
  {
    name: "bride",
    description: words("花嫁の満面の笑み", "The bride, beaming", "笑容滿面的新娘"),
    ...{ mood: "veryHappy", ...upright, backdrop: "garden", foreground: confetti },
    people: [{ person: play("sakura", "veryHappy", -4), x: 480, y: 560, scale: 1.45 }],
  },
  {
    name: "furisode",
    description: words("振袖で大喜び", "Delighted in her furisode", "身穿振袖開懷大笑"),
    ...{ mood: "veryHappy", ...landscape, backdrop: "goldScreen", people: alone("aoi", "veryHappy", 5) },
  },
  {
    name: "hakama",
    description: words("袴姿の笑顔", "Smiling in his hakama", "身穿袴的微笑"),
    ...{ mood: "happy", ...landscape, backdrop: "goldScreen", people: alone("ren", "happy", -3) },
  },
  {
    name: "guest-smile",
    description: words("ゲストの笑顔", "A guest smiles", "賓客的微笑"),
    ...{
      mood: "happy",
      ...landscape,
      backdrop: "hall",
      people: alone("emma", "happy", 4),
      foreground: confetti,
    },
  },
  {
    name: "dance-floor",
    description: words("二次会で大はしゃぎ", "All out on the dance floor", "續攤舞池裡玩得盡興"),
    ...{
      mood: "veryHappy",
      ...landscape,
      backdrop: "party",
      people: alone("carlos", "veryHappy", 7),
      foreground: confetti,
    },
  },
  {
    name: "groom",
    description: words("緊張で真顔の新郎", "The groom keeps a straight face", "緊張得面無表情的新郎"),
    ...{ mood: "neutral", ...upright, backdrop: "hall" },
    people: [{ person: play("daichi", "neutral"), x: 480, y: 560, scale: 1.5 }],
  },
  {
    name: "calm-guest",
    description: words("落ち着いた表情", "A calm moment", "神情平靜的賓客"),
    ...{ mood: "neutral", ...landscape, backdrop: "garden", people: alone("mei", "neutral", -3) },
  },
  {
    name: "happy-tears",
    description: words("手紙で涙", "Moved to tears by the letter", "聽信時感動落淚"),
    ...{ mood: "sad", ...landscape, backdrop: "hall", people: alone("yui", "sad", 3) },
  },
  {
    name: "father",
    description: words("お父さんは不機嫌", "Father is not amused", "爸爸不太高興"),
    ...{ mood: "angry", ...landscape, backdrop: "hall", people: alone("hiroshi", "angry") },
  },
  {
    name: "surprise",
    description: words("サプライズにびっくり", "Caught by the surprise", "被驚喜嚇了一跳"),
    ...{ mood: "surprised", ...landscape, backdrop: "party", people: alone("amara", "surprised", -4) },
  },
  {
    name: "couple",
    description: words("新郎新婦のツーショット", "Bride and groom", "新郎新娘合照"),
    ...{ mood: "happy", ...landscape, backdrop: "garden", foreground: confetti },
    people: [
      { person: play("daichi", "happy", 4), x: 450, y: 390, scale: 1.05 },
      { person: play("sakura", "happy", -5), x: 830, y: 440, scale: 1 },
    ],
  },
  {
    name: "three-friends",
    description: words("成人式の仲良し三人", "Three friends come of age", "成人式的三位好友"),
    ...{ mood: "veryHappy", ...landscape, backdrop: "goldScreen" },
    people: row(
      [
        ["hana", "veryHappy", -4],
        ["aoi", "veryHappy"],
        ["yuzuki", "veryHappy", 5],
      ],
      430,
      0.84,
      1280,
      -24,
    ),
  },
  {
    name: "mixed-feelings",
    description: words("三者三様", "Three people, three moods", "三人三種表情"),
    ...{ mood: "mixed", ...landscape, backdrop: "party" },
    people: row(
      [
        ["kwame", "veryHappy", -3],
        ["priya", "surprised", 3],
        ["kenta", "neutral"],
      ],
      420,
      0.84,
      1280,
      -20,
    ),
  },
  {
    name: "family",
    description: words("家族五人で記念写真", "A family of five", "一家五口合照"),
    ...{ mood: "happy", ...landscape, backdrop: "hall" },
    people: row(
      [
        ["hiroshi", "happy"],
        ["yui", "happy", 3],
        ["daichi", "happy", -3],
        ["hana", "happy", -4],
        ["kenta", "happy", 3],
      ],
      ...([440, 0.6, 1280, -40] as const),
    ),
  },
  {
    name: "table-of-eight",
    description: words("テーブル八人で乾杯", "A table of eight says cheers", "八人同桌乾杯"),
    ...{ mood: "veryHappy", ...landscape, backdrop: "party", foreground: confetti },
    people: [
      ...row(
        [
          ["kenta", "veryHappy"],
          ["emma", "veryHappy", 4],
          ["kwame", "veryHappy", -3],
          ["mei", "veryHappy", -3],
        ],
        300,
        0.56,
        1280,
        12,
      ),
      ...row(
        [
          ["amara", "veryHappy", -4],
          ["ren", "veryHappy"],
          ["priya", "veryHappy", 4],
          ["carlos", "veryHappy"],
        ],
        640,
        0.6,
        1280,
        -14,
      ),
    ],
  },
  {
    name: "panorama",
    description: words("横長パノラマの六人", "Six people in a panorama", "六人全景照"),
    ...{ mood: "mixed", ...panorama, backdrop: "garden" },
    people: row(
      [
        ["hiroshi", "neutral"],
        ["mei", "happy"],
        ["carlos", "veryHappy"],
        ["yui", "happy"],
        ["kwame", "veryHappy"],
        ["emma", "veryHappy"],
      ],
      ...([205, 0.5] as const),
    ),
  },
  {
    name: "cake",
    description: words("ケーキだけ", "Only the cake", "只有蛋糕"),
    ...{ mood: "none", ...landscape, backdrop: "hall", people: [], foreground: cake },
  },
  {
    name: "flowers",
    description: words("テーブルの花", "Flowers on the table", "桌上的花"),
    ...{ mood: "none", ...upright, backdrop: "garden", people: [], foreground: flowers },
  },
  {
    name: "too-dark",
    description: words("暗すぎる写真", "Much too dark", "太暗的照片"),
    ...{ mood: "none", ...landscape, backdrop: "party", people: alone("kenta", "happy"), darkness: 0.985 },
  },
];
