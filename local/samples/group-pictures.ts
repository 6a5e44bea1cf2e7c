import { play } from "./cast.ts";
import type { CastName } from "./cast.ts";
import { confetti } from "./foreground.ts";
import type { MoodName, PlacedPerson } from "./person.ts";
import { landscape, panorama, words } from "./sample.ts";
import type { Sample } from "./sample.ts";

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

/** Two to eight people. */
export const GROUP_PICTURES: readonly Sample[] = [
  {
    name: "couple",
    description: words("新郎新婦のツーショット", "Bride and groom", "新郎新娘合照"),
    mood: "happy",
    ...landscape,
    backdrop: "garden",
    foreground: confetti,
    people: [
      { person: play("daichi", "happy", 4), x: 450, y: 390, scale: 1.05 },
      { person: play("sakura", "happy", -5), x: 830, y: 440, scale: 1 },
    ],
  },
  {
    name: "three-friends",
    description: words("成人式の仲良し三人", "Three friends come of age", "成人式的三位好友"),
    mood: "veryHappy",
    ...landscape,
    backdrop: "goldScreen",
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
    mood: "mixed",
    ...landscape,
    backdrop: "party",
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
    mood: "happy",
    ...landscape,
    backdrop: "hall",
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
    mood: "veryHappy",
    ...landscape,
    backdrop: "party",
    foreground: confetti,
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
    mood: "mixed",
    ...panorama,
    backdrop: "garden",
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
];
