import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadLate } from "./load-late.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "info").mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("asks again until a part has come, and then no more", async () => {
  let asked = 0;
  const part = loadLate(async () => {
    asked += 1;
    if (asked < 3) throw new TypeError("no network");
    return "the part";
  });
  await vi.advanceTimersByTimeAsync(2_999);
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(3_001);
  expect(await part).toBe("the part");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(3);
});
