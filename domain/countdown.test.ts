import { expect, test } from "vitest";
import { countdownText } from "./countdown.ts";

test.each([
  [300_000, "5:00"],
  [299_999, "5:00"],
  [299_000, "4:59"],
  [60_000, "1:00"],
  [59_001, "1:00"],
  [7_000, "0:07"],
  [1, "0:01"],
  [0, "0:00"],
  [-5_000, "0:00"],
  [3_600_000, "60:00"],
])("G5 %i ms are left: %s", (leftMs, text) => {
  expect(countdownText(leftMs)).toBe(text);
});
