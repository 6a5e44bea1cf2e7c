import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Reloader } from "./reloader.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reloads that end when they are told to. */
function slowReloads() {
  const begun: (readonly string[])[] = [];
  const endings: (() => void)[] = [];
  const reloader = new Reloader((paths) => {
    begun.push(paths);
    return new Promise((done) => endings.push(done));
  }, 60);
  return { begun, reloader, end: () => endings.shift()?.() };
}

it("waits for the end of several changes, and takes each file once", async () => {
  const { begun, reloader } = slowReloads();
  for (const path of ["a", "b", "a"]) {
    reloader.touch(path);
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(60);
  expect(begun).toEqual([["a", "b"]]);
});

it("takes up what changes meanwhile when the reload has ended, and nothing twice", async () => {
  const { begun, reloader, end } = slowReloads();
  reloader.touch("a");
  await vi.advanceTimersByTimeAsync(60);
  reloader.touch("b");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toEqual([["a"]]);
  end();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual([["a"], ["b"]]);
  end();
  await vi.advanceTimersByTimeAsync(0);
  reloader.touch("c");
  await vi.advanceTimersByTimeAsync(60);
  expect(begun).toEqual([["a"], ["b"], ["c"]]);
});

it("closes when the reload under way has ended; none begins after it", async () => {
  const { begun, reloader, end } = slowReloads();
  reloader.touch("a");
  await vi.advanceTimersByTimeAsync(60);
  reloader.touch("b");
  let isClosed = false;
  const closed = reloader.close().then(() => (isClosed = true));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(isClosed).toBe(false);
  end();
  await closed;
  reloader.touch("c");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toEqual([["a"]]);
});
