import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ANSWER_MS, answerInTime } from "./answer-in-time.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("gives up what is never answered, and says so", async () => {
  const giveUp = vi.fn();
  const asked = answerInTime(new Promise(() => {}), giveUp).catch(String);
  await vi.advanceTimersByTimeAsync(ANSWER_MS - 1);
  expect(giveUp).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(giveUp).toHaveBeenCalledOnce();
  expect(await asked).toContain("no answer");
});

it("passes on what is answered or refused, and waits no longer", async () => {
  const giveUp = vi.fn();
  expect(await answerInTime(Promise.resolve(7), giveUp)).toBe(7);
  await expect(answerInTime(Promise.reject(new Error("refused")), giveUp)).rejects.toThrow("refused");
  expect(vi.getTimerCount()).toBe(0);
  expect(giveUp).not.toHaveBeenCalled();
});
