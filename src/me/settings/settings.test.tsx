// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { meDownloadWords } from "#domain/words/me-download";
import type { MyHistory } from "../../backend/my-history.ts";
import type { MyWish, WishChange, WishRefusal } from "../../backend/update-me.ts";
import type { HistoryListener } from "../../backend/watch-my-history.ts";
import { history } from "../example-history.ts";
import type { MeBackend } from "../me-backend.ts";
import { MeView } from "../me-view.tsx";

type Answer = MyWish | WishRefusal | "reopen";

let tell: HistoryListener;
let stopped: number;
let changes: WishChange[];
let answer: (change: WishChange) => Promise<Answer>;
let leave: MeBackend["leave"];

const wish: MyWish = { displayName: "花子", heldName: null, isOffScreen: false, language: "ja" };

beforeEach(() => {
  [stopped, changes] = [0, []];
  answer = (change) => Promise.resolve({ ...wish, ...change });
  leave = () => Promise.resolve("left");
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    throw new Error(`unexpected console.error: ${words.join(" ")}`);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(more: Partial<MyHistory> = {}): void {
  const backend: MeBackend = {
    watch: (listener) => {
      tell = listener;
      return { read: () => {}, stop: () => void (stopped += 1) };
    },
    readPictures: () => Promise.resolve([]),
    undoDeletion: () => Promise.resolve("too-late"),
    update: (change) => {
      changes.push(change);
      return answer(change);
    },
    download: {
      order: () => Promise.reject(new Error("nobody orders")),
      look: () => Promise.reject(new Error("nobody looks")),
      openOutside: () => false,
    },
    leave: () => leave(),
  };
  render(
    <MemoryRouter>
      <MeView backend={backend} restart={() => {}} />
    </MemoryRouter>,
  );
  act(() => tell.onHistory({ ...history, ...more }));
}

const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "お名前" });
function type(name: string): void {
  fireEvent.change(field(), { target: { value: name } });
  fireEvent.submit(field());
}

describe("N1–N3: the name", () => {
  it("is changed, once, and the page says to what", async () => {
    answer = (change) => Promise.resolve({ ...wish, ...change, displayName: "は な" });
    open();
    expect(field().value).toBe("花子");
    type(" は\nな ");
    fireEvent.submit(field());
    expect(await screen.findByText("お名前を「は な」に変更しました。")).toBeTruthy();
    expect(changes).toHaveLength(1);
    expect(field().value).toBe("は な");
  });

  it("that is none is not sent, and one that shows nothing is refused in words", async () => {
    open();
    type("  ");
    expect(screen.getByText("お名前を入力してください。")).toBeTruthy();
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(changes).toEqual([]);
    answer = () => Promise.resolve("no-name");
    type("\u202e");
    await waitFor(() => expect(changes).toHaveLength(1));
    expect(await screen.findByText("お名前を入力してください。")).toBeTruthy();
  });

  it("waits for a host: the page tells what the screen says meanwhile", async () => {
    answer = () => Promise.resolve({ ...wish, displayName: "ゲスト", heldName: "ばか太郎" });
    open();
    type("ばか太郎");
    expect(await screen.findByText(/「ばか太郎」は主催者が確認しています.*「ゲスト」/)).toBeTruthy();
    cleanup();
    open({ displayName: "ゲスト", heldName: "ばか太郎" });
    expect(screen.getByText(/「ばか太郎」は主催者が確認しています/)).toBeTruthy();
    cleanup();
    // Decided meanwhile: the name is the host's.
    open({ displayName: "太郎", heldName: "ばか太郎", isNamedByHost: true });
    expect(screen.queryByText(/確認しています。それまで/)).toBeNull();
  });

  it("stays when a host gave it, known before or told then", async () => {
    open({ displayName: "新郎の弟", isNamedByHost: true });
    expect(field().readOnly).toBe(true);
    expect(screen.queryByRole("button", { name: "変更する" })).toBeNull();
    expect(screen.getByText(/主催者が決めています/)).toBeTruthy();
    cleanup();
    answer = () => Promise.resolve("named-by-host");
    open();
    type("太郎");
    expect(await screen.findByText(/主催者が決めています/)).toBeTruthy();
    expect(field().value).toBe("花子");
  });

  it("keeps what was typed when saving fails", async () => {
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    open();
    type("太郎");
    expect(await screen.findByText(/いま変更できませんでした/)).toBeTruthy();
    expect(field().value).toBe("太郎");
    expect(console.warn).toHaveBeenCalledWith("the wish was not saved:", "TypeError");
  });
});

describe("P6: the screen", () => {
  const box = () => screen.getByRole<HTMLInputElement>("switch", { name: "スクリーンに登場する" });

  it("is left and come back to; what that means stands beside it", async () => {
    open();
    expect(box().checked).toBe(true);
    fireEvent.click(box());
    expect(box().checked).toBe(false);
    expect(screen.getByText(/写真は映らず、順位もつきません/)).toBeTruthy();
    expect(await screen.findByText("スクリーンには映らなくなりました。")).toBeTruthy();
    fireEvent.click(box());
    expect(await screen.findByText("スクリーンに登場します。")).toBeTruthy();
    expect(changes).toEqual([{ isOffScreen: true }, { isOffScreen: false }]);
  });

  it("is as it was when that fails", async () => {
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    open({ isOffScreen: true });
    expect(box().checked).toBe(false);
    fireEvent.click(box());
    expect(await screen.findByText(/いま変更できませんでした/)).toBeTruthy();
    expect(box().checked).toBe(false);
  });

  it("stays as it was saved while an older history arrives, and follows the history later", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    open();
    fireEvent.click(box());
    await screen.findByText("スクリーンには映らなくなりました。");
    act(() => tell.onHistory({ ...history, isOffScreen: false }));
    expect(box().checked).toBe(false);
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    expect(box().checked).toBe(true);
    vi.useRealTimers();
  });
});

describe("K4: the language", () => {
  it("changes the page at once", async () => {
    open();
    const choice = screen.getByRole("group", { name: "言語" });
    expect(within(choice).getByRole<HTMLInputElement>("radio", { name: "日本語" }).checked).toBe(true);
    fireEvent.click(within(choice).getByRole("radio", { name: "English" }));
    expect(await screen.findByRole("heading", { name: "Settings" })).toBeTruthy();
    expect(document.documentElement.lang).toBe("en");
    expect(changes).toEqual([{ language: "en" }]);
  });
});

it("leads to what happens with the photos of this event", () => {
  open();
  const link = screen.getByRole("link", { name: "写真とデータの取り扱い" });
  expect(link.getAttribute("href")).toBe("/privacy/EGAO42?lang=ja");
});

it("offers the own photos as a file", () => {
  open();
  expect(screen.getByRole("heading", { level: 3, name: meDownloadWords.ja.title })).toBeTruthy();
});

it("is there for a guest who has sent nothing yet", () => {
  open({ photos: [] });
  expect(screen.getByRole("heading", { name: "設定" })).toBeTruthy();
});

describe("K6: leaving with everything", () => {
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
  const ask = () => {
    open();
    press("すべて削除して退会する");
  };

  it("asks twice; who thinks better of it loses nothing", () => {
    leave = vi.fn<MeBackend["leave"]>();
    ask();
    const dialog = screen.getByRole("dialog", { name: "すべて削除しますか？" });
    expect(within(dialog).getByText(/送った写真3枚/)).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: "すべて削除する" })).toBeNull();
    press("やめておく");
    expect(screen.queryByRole("dialog")).toBeNull();
    press("すべて削除して退会する");
    press("次へ");
    expect(screen.getByText("本当に削除してよろしいですか？")).toBeTruthy();
    press("やめておく");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(leave).not.toHaveBeenCalled();
  });

  it("deletes once, says goodbye, and asks for nothing more", async () => {
    let finish: (outcome: "left") => void = () => {};
    leave = vi.fn<MeBackend["leave"]>(() => new Promise((resolve) => (finish = resolve)));
    ask();
    press("次へ");
    press("すべて削除する");
    press("すべて削除する");
    expect(leave).toHaveBeenCalledTimes(1);
    act(() => finish("left"));
    const goodbye = await screen.findByRole("heading", { name: "ご参加ありがとうございました" });
    expect(document.activeElement).toBe(goodbye);
    expect(stopped).toBe(1);
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("tells a failure and goes well the second time", async () => {
    const answers = [() => Promise.reject(new TypeError("x")), () => Promise.resolve("left" as const)];
    leave = () => answers.shift()?.() ?? Promise.reject(new Error("a third time"));
    ask();
    press("次へ");
    press("すべて削除する");
    expect(await screen.findByText(/いま削除できませんでした/)).toBeTruthy();
    press("すべて削除する");
    expect(await screen.findByText("ご参加ありがとうございました")).toBeTruthy();
  });
});
