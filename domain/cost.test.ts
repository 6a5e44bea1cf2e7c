import { describe, expect, it } from "vitest";
import { awsPrices, PRICES_AS_OF } from "./aws-prices.ts";
import { costOf, costParts, type Usage } from "./cost.ts";

const nothing: Usage = {
  photos: 0,
  chats: 0,
  rekognitionCalls: 0,
  bytes: 0,
  retentionDays: 90,
  screens: 0,
  pages: 0,
  openMinutes: 0,
};
/** 500 guests with five photos each, */
const wedding: Usage = {
  ...nothing,
  photos: 2_500,
  chats: 1_500,
  rekognitionCalls: 5_000,
  bytes: 7.5e9,
  screens: 4,
  pages: 500,
  openMinutes: 180,
};
const tokyo = awsPrices["ap-northeast-1"];

describe("H7: what an event costs", () => {
  it("is below 15 dollars for a large wedding, wherever it is priced", () => {
    for (const prices of Object.values(awsPrices)) {
      const { total } = costOf(wedding, prices);
      expect(total).toBeGreaterThan(5);
      expect(total).toBeLessThan(15);
    }
  });

  it("is the sum of its parts, none of which is negative", () => {
    const cost = costOf(wedding, tokyo);
    expect(costParts.reduce((sum, part) => sum + cost[part], 0)).toBeCloseTo(cost.total, 9);
    for (const part of costParts) expect(cost[part], part).toBeGreaterThanOrEqual(0);
  });

  it("counts each call of Rekognition at the region's price", () => {
    expect(costOf(wedding, tokyo).rekognition).toBeCloseTo(6.5, 6);
    expect(costOf(wedding, awsPrices["us-east-1"]).rekognition).toBeCloseTo(5, 6);
  });

  it("of nothing is what a deployment costs by being there", () => {
    const cost = costOf(nothing, tokyo);
    expect(cost.rest).toBeGreaterThan(0);
    expect(cost.total).toBe(cost.rest);
  });

  it("grows with the days that photos are kept", () => {
    const [short, long] = [30, 180].map((retentionDays) => costOf({ ...wedding, retentionDays }, tokyo));
    expect((long?.storage ?? 0) - (short?.storage ?? 0)).toBeCloseTo((8.5 * 150 * 0.025) / 30, 6);
  });

  it("says of which day its prices are", () => {
    expect(Number.isNaN(Date.parse(PRICES_AS_OF))).toBe(false);
  });
});
