import { play } from "./cast.ts";
import { cake, flowers } from "./foreground.ts";
import { landscape, upright, words } from "./sample.ts";
import type { Sample } from "./sample.ts";

/** Pictures on which no face can be read. */
export const FACELESS_PICTURES: readonly Sample[] = [
  {
    name: "cake",
    description: words("ケーキだけ", "Only the cake", "只有蛋糕"),
    mood: "none",
    ...landscape,
    backdrop: "hall",
    people: [],
    foreground: cake,
  },
  {
    name: "flowers",
    description: words("テーブルの花", "Flowers on the table", "桌上的花"),
    mood: "none",
    ...upright,
    backdrop: "garden",
    people: [],
    foreground: flowers,
  },
  {
    name: "too-dark",
    description: words("暗すぎる写真", "Much too dark", "太暗的照片"),
    mood: "none",
    ...landscape,
    backdrop: "party",
    people: [{ person: play("kenta", "happy"), x: 640, y: 400, scale: 1.35 }],
    darkness: 0.985,
  },
];
