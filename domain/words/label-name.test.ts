import { expect, it } from "vitest";
import { labelName } from "./label-name.ts";

it("L1 names what parties are full of in the guest's language", () => {
  expect(labelName("Wedding Cake", "ja")).toBe("ウェディングケーキ");
  expect(labelName("Wedding Cake", "zh-Hant")).toBe("結婚蛋糕");
  expect(labelName("Wedding Cake", "en")).toBe("Wedding Cake");
});

it.each(["ja", "zh-Hant"] as const)("L1 %s: keeps Rekognition's words for everything else", (language) => {
  expect(labelName("Paraglider", language)).toBe("Paraglider");
  expect(labelName("constructor", language)).toBe("constructor");
});
