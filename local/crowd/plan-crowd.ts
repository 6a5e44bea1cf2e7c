import type { CrowdPlan, CrowdSize } from "#domain/crowd/crowd-plan";
import { type Habits, planCrowd as planAny } from "#domain/crowd/plan-crowd";
import { PICTURES } from "./pictures.ts";

const HABITS: Habits = {
  pictures: PICTURES.map(({ name, weight, fate }) => ({
    name,
    weight,
    isPhoto: fate === "shown" || fate === "no-face",
  })),
  names: ["花子", "Taro", "美咲", "Anna 🌸", "陳小明", "健", "O'Brien <b>", "さくら"],
  languages: ["ja", "ja", "ja", "en", "zh-TW", "ko"],
  texts: ["ランキング", "ranking", "排行", "ヘルプ", "help", "おめでとう!", "👏👏👏", "<script>"],
  postbacks: ["help", "ranking", "camera"],
  hasBlockers: true,
};

/** Everything a crowd will do; the same for the same seed and size. Throws for a crowd without guests. */
export const planCrowd = (seed: number, size: CrowdSize): CrowdPlan => planAny(seed, size, HABITS);
