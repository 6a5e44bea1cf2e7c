import { describe, expect, it } from "vitest";
import { awsPrices } from "./aws-prices.ts";
import { costOf } from "./cost.ts";
import { seedRules } from "./event-rules.ts";
import { readingCost, readingsPerPhoto, usageOfRehearsal } from "./rehearsal-cost.ts";
import { isFlawless, type RehearsalReport } from "./rehearsal-report.ts";

const report: RehearsalReport = {
  sent: { photos: 200, sets: 20, unsent: 3, chats: 40, redelivered: 1, undelivered: 0 },
  stored: 197,
  shown: 190,
  guests: 70,
  ranked: 68,
  lost: 0,
  double: 0,
  findings: [],
  latenciesMs: {},
  readsForReal: false,
  rekognition: { faces: 200, moderation: 150, labels: 30, text: 20 },
  line: { replies: 150, expired: 0, pushes: 0, loadings: 150, profiles: 80, menus: 8, quotas: 0 },
  bytes: 4e8,
  startedAt: 0,
  sendsFrom: 10_000,
  endedAt: 400_000,
};

describe("H7: what an evening as it was rehearsed would cost", () => {
  it("counts what was sent, every reading, and a page for every guest", () => {
    const usage = usageOfRehearsal(report, { guests: 80 });
    expect(usage).toMatchObject({ photos: 200, chats: 40, rekognitionCalls: 400, bytes: 4e8, pages: 80 });
    expect(costOf(usage, awsPrices["us-east-1"]).rekognition).toBeCloseTo(0.4, 9);
  });
});

describe("H3: what real readings cost", () => {
  const plain = { moderation: "off", rules: seedRules } as const;

  it("is a call for the faces, and one for everything else that the event wants to know", () => {
    expect(readingsPerPhoto(plain)).toBe(1);
    expect(readingsPerPhoto({ ...plain, moderation: "assist" })).toBe(2);
    expect(readingsPerPhoto({ moderation: "enforce", rules: { ...seedRules, bannedWords: ["no"] } })).toBe(3);
    const labels = { minConfidence: 55, most: 10 };
    expect(readingsPerPhoto({ ...plain, rules: { ...seedRules, labels } })).toBe(2);
  });

  it("is told by the dearest region's price", () => {
    expect(readingCost(200, 2)).toBeCloseTo(0.52, 9);
  });
});

describe("H6: a good rehearsal", () => {
  it("loses and doubles nothing, and everything was taken", () => {
    expect(isFlawless(report)).toBe(true);
    expect(isFlawless({ ...report, lost: 1 })).toBe(false);
    expect(isFlawless({ ...report, double: 1 })).toBe(false);
    expect(isFlawless({ ...report, sent: { ...report.sent, undelivered: 1 } })).toBe(false);
  });
});
