import { expect, test } from "vitest";
import { languages } from "../language.ts";
import { standingRules } from "../standing-rule.ts";
import { explain, explainBriefly, explainStanding } from "./explanation.ts";

const scored = {
  score: 142.6,
  faces: [
    { points: 99.2 },
    { points: 43.4 },
    { points: 0, dropped: "too-small" },
    { points: 0, dropped: "unsure" },
    { points: 0, dropped: "beyond-cap" },
  ],
} as const;

test("S7 every face is told with its points or with why it gave none", () => {
  expect(explain(scored, { faceCap: 2 }, "ja")).toEqual({
    lead: "2人の幸福度を合わせて、142.6ptです。",
    faces: [
      "1人目 99.2pt",
      "2人目 43.4pt",
      "3人目は小さく写っているため、得点に入りません。",
      "4人目はお顔がはっきり写っていないため、得点に入りません。",
      "5人目は人数の上限を超えているため、得点に入りません。",
    ],
    notes: ["得点になるのは、笑顔の上位2人までです。"],
  });
});

test.each(languages)("S7 %s: a rule that changed nothing is not told", (language) => {
  const { faces, notes } = explain({ score: 99.2, faces: [{ points: 99.2 }] }, { faceCap: 5 }, language);
  expect(faces).toHaveLength(1);
  expect(notes).toEqual([]);
});

test.each(languages)("S7 %s: each reason and each number of faces has words of its own", (language) => {
  const { faces } = explain(scored, {}, language);
  expect(new Set(faces.map((sentence) => sentence.replaceAll(/\d/g, ""))).size).toBe(4);
  const leads = [0, 1, 2].map(
    (count) => explain({ score: 0, faces: scored.faces.slice(0, count) }, {}, language).lead,
  );
  expect(new Set(leads).size).toBe(3);
});

test.each(languages)("R2 %s: each way of counting has its sentence", (language) => {
  expect(new Set(standingRules.map((rule) => explainStanding(rule, language))).size).toBe(3);
});

test("S7 a card says nothing of one face that gave its points, nor of none", () => {
  expect(explainBriefly({ score: 90, faces: [{ points: 90 }] }, {}, "en")).toEqual([]);
  expect(explainBriefly({ score: 0, faces: [] }, {}, "en")).toEqual([]);
});

test("S7 a card sums several faces up, tells a cap once and each other reason by itself", () => {
  expect(explainBriefly(scored, { faceCap: 2 }, "en")).toEqual([
    "2 faces together give 142.6pt.",
    "Only the 2 happiest faces count.",
    "Face 3 gives no points: it is too small.",
    "Face 4 gives no points: it cannot be seen clearly.",
  ]);
  const alone = { score: 0, faces: [{ points: 0, dropped: "too-small" }] } as const;
  expect(explainBriefly(alone, {}, "en")).toEqual([
    "No face on this photo gives points.",
    "Face 1 gives no points: it is too small.",
  ]);
});
