import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PictureShelf } from "./picture-shelf.ts";
import type { PhotoName } from "./queue-backend.ts";

const named = (photoId: string): PhotoName => ({ guestId: "g", photoId });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function fakeShelf() {
  const asked: (readonly string[])[] = [];
  const lost = new Set<string>();
  const state = { isDown: false };
  const shelf = new PictureShelf(async (names) => {
    asked.push(names.map(({ photoId }) => photoId));
    if (state.isDown) throw new Error("down");
    return names
      .filter(({ photoId }) => !lost.has(photoId))
      .map(({ photoId }) => ({
        photoId,
        display: `${photoId}?${asked.length}`,
        thumbnail: `${photoId}-s?${asked.length}`,
      }));
  });
  return { shelf, asked, lost, state };
}

describe("pictures", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("that come into view together are asked for together, at most a hundred", async () => {
    const { shelf, asked } = fakeShelf();
    for (let at = 0; at < 130; at++) shelf.watch(named(`p${at}`), () => {});
    await pass(200);
    expect(asked.map((names) => names.length)).toEqual([100, 30]);
  });

  it("are asked for once, and told to whoever waits", async () => {
    const { shelf, asked } = fakeShelf();
    const heard = vi.fn();
    shelf.watch(named("a"), heard);
    await pass(100);
    expect(heard).toHaveBeenCalledTimes(1);
    shelf.watch(named("a"), heard);
    await pass(100);
    expect(asked).toEqual([["a"]]);
    expect(shelf.get("a")).toMatchObject({ thumbnail: "a-s?1" });
  });

  it("that were scrolled past are not asked for", async () => {
    const { shelf, asked } = fakeShelf();
    shelf.watch(named("a"), () => {})();
    await pass(100);
    expect(asked).toEqual([]);
  });

  it("are asked for anew before their addresses run out", async () => {
    const { shelf, asked } = fakeShelf();
    shelf.watch(named("a"), () => {})();
    shelf.watch(named("a"), () => {});
    await pass(26 * 60_000);
    shelf.watch(named("a"), () => {});
    await pass(100);
    expect(asked).toHaveLength(2);
  });

  it("that do not load are asked for twice more, then there are none for a minute", async () => {
    const { shelf, asked } = fakeShelf();
    shelf.watch(named("a"), () => {});
    await pass(100);
    shelf.failed(named("a"), "a-s?1");
    // The large one of the same address fails too: it counts once.
    shelf.failed(named("a"), "a?1");
    await pass(100);
    expect(shelf.get("a")).toMatchObject({ display: "a?2" });
    shelf.failed(named("a"), "a?2");
    await pass(100);
    shelf.failed(named("a"), "a?3");
    await pass(100);
    expect(shelf.get("a")).toBe("gone");
    expect(asked).toHaveLength(3);
    await pass(61_000);
    shelf.watch(named("a"), () => {});
    await pass(100);
    expect(shelf.get("a")).toMatchObject({ display: "a?4" });
  });

  it("are gone where the answer holds none", async () => {
    const { shelf, lost } = fakeShelf();
    lost.add("a");
    shelf.watch(named("a"), () => {});
    await pass(100);
    expect(shelf.get("a")).toBe("gone");
  });

  it("are asked for again while the API cannot be reached and somebody waits", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { shelf, asked, state } = fakeShelf();
    state.isDown = true;
    shelf.watch(named("a"), () => {});
    const leave = shelf.watch(named("b"), () => {});
    await pass(100);
    expect(shelf.get("a")).toBe("asked");
    leave();
    state.isDown = false;
    await pass(3_100);
    expect(asked.at(-1)).toEqual(["a"]);
    expect(shelf.get("a")).toMatchObject({ display: "a?2" });
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
