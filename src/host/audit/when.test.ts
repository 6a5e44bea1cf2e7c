import { expect, it } from "vitest";
import { linesOf } from "./lines.ts";
import { anEntry, NOON } from "./test-trail.ts";
import { clockTime, howLongAgo } from "./when.ts";

const MINUTE_MS = 60_000;

it.each([
  [-5, "now"],
  [0, "now"],
  [3, "3 minutes ago"],
  [59, "59 minutes ago"],
  [120, "2 hours ago"],
  // Thirteen hours before noon is yesterday by the calendar, but still hours.
  [13 * 60, "13 hours ago"],
  // Half past eleven in the evening, two days before by the calendar.
  [36 * 60 + 30, "2 days ago"],
])("tells %i minutes ago as people do", (minutesAgo, told) => {
  expect(howLongAgo(NOON - minutesAgo * MINUTE_MS, NOON, "en")).toBe(told);
});

it("writes the time of day with two digits and 24 hours", () => {
  expect(clockTime(NOON - 11 * 60 * MINUTE_MS, "en")).toBe("01:00");
  expect(clockTime(NOON - 12 * 60 * MINUTE_MS, "ja")).toBe("00:00");
});

it("puts every day before its first entry", () => {
  const entries = [1, 2, 13 * 60, 60 * 60].map((minutesAgo) => anEntry(minutesAgo));
  const lines = linesOf(entries, NOON).map((line) => (line.kind === "day" ? line.name : "entry"));
  expect(lines).toEqual(["today", "entry", "entry", "yesterday", "entry", null, "entry"]);
});
