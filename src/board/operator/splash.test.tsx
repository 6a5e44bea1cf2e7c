// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Splash, SPLASH_MS } from "./splash.tsx";

const asked = vi.fn<() => Promise<void>>();
let isFullScreen = false;
const open = (hasSound: boolean | null = null) =>
  render(<Splash title="佐藤家・田中家 結婚披露宴" hasSound={hasSound} language="ja" />);
const splash = () => screen.queryByRole("button", { name: /結婚披露宴.*クリックで全画面表示/ });

beforeEach(() => {
  vi.useFakeTimers();
  isFullScreen = false;
  asked.mockReset().mockResolvedValue();
  document.documentElement.requestFullscreen = asked;
  // As browsers have it while nothing is full screen.
  Object.defineProperty(document, "fullscreenElement", { value: null, configurable: true });
  const matches = (query: string) => isFullScreen && query === "(display-mode: fullscreen)";
  vi.spyOn(globalThis, "matchMedia").mockImplementation(
    (query) => ({ matches: matches(query) }) as MediaQueryList, // all that is asked
  );
});
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  history.replaceState(null, "", "/");
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the splash", () => {
  it("gives the board the whole screen by one click, once in a tab", async () => {
    open();
    await act(async () => splash()?.click());
    expect(asked).toHaveBeenCalledTimes(1);
    expect(splash()).toBeNull();
    cleanup();
    open();
    expect(splash()).toBeNull();
  });

  it("says whether there will be sound, once that is known", () => {
    open(true);
    expect(splash()?.textContent).toContain("効果音が鳴るようになります");
    cleanup();
    open(false);
    expect(splash()?.textContent).toContain("効果音は鳴りません");
    cleanup();
    open();
    expect(splash()?.textContent).not.toContain("効果音");
  });

  it("goes by itself, for a screen that nobody attends", async () => {
    open();
    await act(async () => vi.advanceTimersByTimeAsync(SPLASH_MS - 1));
    expect(splash()).not.toBeNull();
    await act(async () => vi.advanceTimersByTimeAsync(1));
    expect(splash()).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it("goes by a key, and leaves F11 to the browser", async () => {
    open();
    await act(async () => void fireEvent.keyDown(document.body, { key: "r", ctrlKey: true }));
    expect(splash()).not.toBeNull();
    await act(async () => void fireEvent.keyDown(document.body, { key: "PageDown" }));
    expect(splash()).toBeNull();
    expect(asked).toHaveBeenCalledTimes(1);
    cleanup();
    sessionStorage.clear();
    open();
    await act(async () => void fireEvent.keyDown(document.body, { key: "F11" }));
    expect(splash()).toBeNull();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("goes although the browser refuses", async () => {
    asked.mockRejectedValue(new TypeError("not allowed"));
    vi.spyOn(console, "info").mockReturnValue();
    open();
    await act(async () => splash()?.click());
    expect(splash()).toBeNull();
  });

  it("does not come where the browser has the whole screen, nor where the address says so", () => {
    isFullScreen = true;
    open();
    expect(splash()).toBeNull();
    cleanup();
    sessionStorage.clear();
    isFullScreen = false;
    history.replaceState(null, "", "/?splash=off");
    open();
    expect(splash()).toBeNull();
  });
});
