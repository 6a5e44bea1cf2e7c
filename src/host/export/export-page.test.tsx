// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { MemoryRouter, Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ExportPart, HostExport } from "../../backend/host-export.ts";
import { Toasts } from "../../ui/toasts.tsx";
import { LanguageProvider } from "../shell/language.tsx";
import { SignalsProvider } from "../shell/signals.tsx";
import type { ExportBackend } from "./export-backend.ts";
import { ExportPage } from "./export-page.tsx";

const NOW = Date.UTC(2026, 10, 22, 1);

const part = (change: Partial<ExportPart> = {}): ExportPart => ({
  photos: 4_000,
  bytes: 1_900_000_000,
  isDone: false,
  isTaken: false,
  withdrawn: 0,
  ...change,
});
const running: HostExport = {
  exportId: String(NOW),
  images: "originals",
  state: "running",
  total: 8_000,
  done: 4_100,
  bytes: 1_234_000_000,
  parts: [part({ isDone: true, bytes: 1_234_000_000 }), part()],
  atWork: 1,
  failures: 0,
  startedAt: NOW,
  movedAt: NOW,
  version: 3,
};

class FakeExport implements ExportBackend {
  stored: HostExport | null = null;
  readonly calls: unknown[] = [];
  answer: "well" | "conflict" | "down" = "well";
  #tell: (told: HostExport | null) => void = () => {};

  watch: ExportBackend["watch"] = (_eventId, { onExport }) => {
    this.#tell = onExport;
    queueMicrotask(() => onExport(this.stored));
    return { read: () => {}, stop: () => {} };
  };
  order: ExportBackend["order"] = (...wish) => this.#do(["order", ...wish], running);
  take: ExportBackend["take"] = (...wish) =>
    this.#do(["take", ...wish], { url: "https://bucket/1.zip", fileName: "1.zip" });
  cancel: ExportBackend["cancel"] = (...wish) =>
    this.#do(["cancel", ...wish], { ...running, state: "superseded", version: 9 });
  keep = (url: string): void => void this.calls.push(["keep", url]);
  news = (told: HostExport | null) => act(() => this.#tell(told));

  async #do<T>(call: unknown, answer: T) {
    this.calls.push(call);
    if (this.answer === "down") throw new Error("not reachable");
    if (this.answer === "conflict") return { refused: "conflict", words: "" } as const;
    return answer;
  }
}

async function opened(change: Partial<FakeExport> = {}): Promise<FakeExport> {
  const backend = Object.assign(new FakeExport(), change);
  render(
    <MemoryRouter initialEntries={["/host/e1/export"]}>
      <LanguageProvider>
        <Toasts>
          <SignalsProvider>
            <Routes>
              <Route path="/host/:eventId/export" element={<ExportPage backend={backend} />} />
            </Routes>
          </SignalsProvider>
        </Toasts>
      </LanguageProvider>
    </MemoryRouter>,
  );
  await act(async () => {});
  return backend;
}

const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await act(async () => {});
};
const parts = () => within(screen.getByRole("list", { name: "ファイルの一覧" })).getAllByRole("listitem");

beforeEach(() => {
  vi.useFakeTimers({ now: NOW + 1_000, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { ...navigator, language: "ja", languages: ["ja"], onLine: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("ordering", () => {
  it("takes the originals unless a host wishes the copies, and shows at once that it goes on", async () => {
    const backend = await opened();
    await press("画面用の写真");
    expect(screen.getByText(/1024ピクセル/)).toBeTruthy();
    await press("ファイルを作る");
    expect(backend.calls).toEqual([["order", "e1", "display"]]);
    expect(screen.getByRole("heading", { name: "ファイルを作っています" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "ファイルを作る" })).toBeNull();
  });

  it("says when it did not work", async () => {
    await opened({ answer: "down" });
    await press("ファイルを作る");
    expect(screen.getByText(/電波を確かめて/)).toBeTruthy();
  });
});

describe("while it is made", () => {
  it("tells photos, bytes and parts, in words and as a bar", async () => {
    await opened({ stored: running });
    const bar = screen.getByRole("progressbar", { name: "ファイルを作っています" });
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["4100", "8000"]);
    expect(screen.getByText("8,000枚中4,100枚")).toBeTruthy();
    expect(screen.getByText("1.2 GB")).toBeTruthy();
    expect(screen.getByText("2個中1個できあがり")).toBeTruthy();
  });

  it("has no end to tell before photos were counted", async () => {
    await opened({ stored: { ...running, total: null, done: 0, parts: [], atWork: null } });
    expect(screen.getByRole("progressbar", { name: "写真を数えています" }).hasAttribute("value")).toBe(false);
  });

  it("a finished part is there to be fetched, the others wait their turn", async () => {
    const backend = await opened({ stored: { ...running, parts: [...running.parts, part()] } });
    expect(parts().map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("ダウンロード"),
      expect.stringContaining("作っています…"),
      expect.stringContaining("順番待ち"),
    ]);
    await press("ZIPファイル 1/3をダウンロード");
    expect(backend.calls).toEqual([
      ["take", "e1", String(NOW), 1],
      ["keep", "https://bucket/1.zip"],
    ]);
  });

  it("follows what it hears, and keeps the newer of two", async () => {
    const backend = await opened({ stored: running });
    backend.news({ ...running, done: 6_000, version: 5 });
    backend.news({ ...running, done: 5_000, version: 4 });
    expect(screen.getByText("8,000枚中6,000枚")).toBeTruthy();
  });

  it("asks once more after 90 silent seconds, and again after the next, until something is heard", async () => {
    const backend = await opened({ stored: running });
    const asked = () => backend.calls.length;
    act(() => void vi.advanceTimersByTime(88_000));
    expect(asked()).toBe(0);
    act(() => void vi.advanceTimersByTime(2_000));
    expect(backend.calls).toEqual([["order", "e1", "originals"]]);
    act(() => void vi.advanceTimersByTime(90_000));
    expect(asked()).toBe(2);
    backend.news({ ...running, state: "done", movedAt: Date.now(), version: 8 });
    act(() => void vi.advanceTimersByTime(900_000));
    expect(asked()).toBe(2);
  });

  it("is asked for at once where nobody has moved it for long", async () => {
    const backend = await opened({ stored: { ...running, movedAt: NOW - 600_000 } });
    act(() => void vi.advanceTimersByTime(1_000));
    expect(backend.calls).toHaveLength(1);
  });

  it("says that a failure is being tried again", async () => {
    await opened({ stored: { ...running, failures: 2 } });
    expect(screen.getByText(/自動でもう一度試しています/)).toBeTruthy();
  });

  it("can be stopped, after a question", async () => {
    const backend = await opened({ stored: running });
    await press("中止する");
    expect(backend.calls).toEqual([]);
    const dialog = screen.getByRole("dialog", { hidden: true });
    fireEvent.click(within(dialog).getByRole("button", { name: "中止する", hidden: true }));
    await act(async () => {});
    expect(backend.calls).toEqual([["cancel", "e1"]]);
    expect(screen.getByRole("button", { name: "ファイルを作る" })).toBeTruthy();
  });
});

describe("when it is ready", () => {
  const done: HostExport = {
    ...running,
    state: "done",
    done: 8_000,
    atWork: null,
    parts: [part({ isDone: true, isTaken: true }), part({ isDone: true, withdrawn: 1, photos: 3_999 })],
  };

  it("tells what was fetched, what was made again, and until when it is there", async () => {
    await opened({ stored: done });
    const [first, second] = parts();
    expect(first?.textContent).toContain("ダウンロード済み");
    expect(second?.textContent).toContain("写真を1枚取り消したため");
    expect(screen.getByText(/11月29日.*まで置いてあります/)).toBeTruthy();
    expect(screen.getByRole("heading", { name: "新しくまとめる" })).toBeTruthy();
  });

  it("a part that is gone meanwhile is told so", async () => {
    const backend = await opened({ stored: done, answer: "conflict" });
    await press("ZIPファイル 2/2をダウンロード");
    expect(backend.calls).toHaveLength(1);
    expect(screen.getByText(/いまはありません/)).toBeTruthy();
  });

  it("after its seven days nothing of it is shown", async () => {
    await opened({ stored: { ...done, startedAt: NOW - 8 * 86_400_000 } });
    expect(screen.queryByRole("list", { name: "ファイルの一覧" })).toBeNull();
    expect(screen.getByRole("heading", { name: "どの写真をまとめますか？" })).toBeTruthy();
  });
});
