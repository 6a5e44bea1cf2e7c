import { expect, test } from "vitest";
import { countdownText, TURN_MS, turnAt } from "./countdown.ts";

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

test("G8 ranking and wall take turns of the same length, by the server's clock alone", () => {
  const from = TURN_MS * 1_000_000;
  expect([0, TURN_MS - 1, TURN_MS, 2 * TURN_MS - 1, 2 * TURN_MS].map((ms) => turnAt(from + ms))).toEqual([
    "ranking",
    "ranking",
    "wall",
    "wall",
    "ranking",
  ]);
});
