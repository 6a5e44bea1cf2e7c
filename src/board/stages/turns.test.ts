import { expect, test } from "vitest";
import { TURN_MS, turnAt } from "./turns.ts";

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
