import { describe, expect, it } from "vitest";
import { type EventRules, seedRules } from "../event-rules.ts";
import { languages } from "../language.ts";
import { ruleChanges, ruleInWords } from "./rules.ts";
import { ruleKeys } from "./rules-words.ts";

const party: EventRules = {
  scoring: { faceCap: 3, minFaceSize: 0.055, minFaceConfidence: 90 },
  standing: "best-three",
  photosPerGuest: 5,
  treatments: { Alcohol: "review", Kissing: "block" },
  labels: { minConfidence: 80, most: 20 },
  missions: [
    { missionId: "a", title: "甘い一枚", goal: { kind: "label", label: "Cake", count: 1 } },
    { missionId: "b", title: "輪", goal: { kind: "faces", count: 5, exactly: true } },
  ],
  bannedWords: ["社外秘"],
};
const told = (rules: EventRules, language: "ja" | "en" | "zh-Hant") =>
  ruleKeys.map((key) => ruleInWords(key, rules, language));

describe("the rules in words", () => {
  it("of an event as it begins", () => {
    expect(told(seedRules, "ja")).toEqual([
      "全員",
      "どんな大きさでも",
      "制限なし",
      "一番の一枚",
      "何枚でも",
      "なし",
      "読み取らない",
      "なし",
      "いつもどおり",
    ]);
  });

  it("of an event that plays otherwise", () => {
    expect(told(party, "ja")).toEqual([
      "上位3人",
      "写真の一辺の5.5%以上",
      "90%以上",
      "良い三枚の合計",
      "一人5枚まで",
      "甘い一枚 (ケーキが写っている)、輪 (ちょうど5人で写っている)",
      "確かさ80%以上を20個まで",
      "社外秘",
      "お酒は確認待ち、Kissingは映さない",
    ]);
    expect(told(party, "en")[0]).toBe("the 3 happiest");
    expect(told(party, "zh-Hant")[3]).toBe("最好的三張合計");
  });

  it.each(languages)("%s: tells what differs and nothing else", (language) => {
    expect(ruleChanges(seedRules, seedRules, language)).toEqual([]);
    expect(ruleChanges(seedRules, party, language)).toHaveLength(ruleKeys.length);
    const capped = { ...seedRules, scoring: { faceCap: 1 } };
    expect(ruleChanges(seedRules, capped, language)).toHaveLength(1);
  });
});
