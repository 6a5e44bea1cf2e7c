// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { languages, type Language } from "#domain/language";
import { meDownloadWords } from "#domain/words/me-download";
import type { MyArchive } from "../../backend/my-archive.ts";
import type { DownloadBackend } from "./download-backend.ts";
import { Download } from "./download.tsx";

const running: MyArchive = {
  archiveId: "1800",
  state: "running",
  done: 0,
  total: null,
  url: null,
  bytes: null,
  expiresAt: null,
};
const ready: MyArchive = {
  ...running,
  state: "ready",
  done: 12,
  total: 12,
  url: "https://bucket.example/exports/1800.zip?signed=1",
  bytes: 36_400_000,
  expiresAt: Date.UTC(2026, 10, 22, 9),
};

let looks: (MyArchive | null | "reopen" | Error)[];
let looked: string[];
let ordered: number;
let orders: (MyArchive | "reopen" | Error)[];
let outside: string[];
let isInLine: boolean;

const take = async <T,>(answers: (T | Error)[]): Promise<T> => {
  const answer = answers.shift();
  if (answer === undefined) throw new Error("nobody is asked here");
  if (answer instanceof Error) throw answer;
  return answer;
};
const backend: DownloadBackend = {
  order: () => {
    ordered += 1;
    return take(orders);
  },
  look: (archiveId) => {
    looked.push(archiveId);
    return take(looks);
  },
  openOutside: (url) => {
    if (isInLine) outside.push(url);
    return isInLine;
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  [looks, looked, ordered, orders, outside, isInLine] = [[], [], 0, [running], [], false];
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => {
    throw new Error(`unexpected console.error: ${words.join(" ")}`);
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const open = (language: Language = "en") => render(<Download backend={backend} language={language} />);
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const bar = () => screen.queryByRole("progressbar");
const link = () => screen.queryByRole("link");

describe("P10: taking all own photos away", () => {
  it("asks for nothing by itself", async () => {
    open();
    await pass(60_000);
    expect([ordered, looked]).toEqual([0, []]);
    expect(bar()).toBeNull();
  });

  it("orders the file, tells how far it is, and gives its address when it is ready", async () => {
    looks = [{ ...running, done: 5, total: 12 }, ready];
    open();
    await press("Prepare the file");
    expect(bar()?.getAttribute("value")).toBeNull();
    expect(screen.getByText("Getting started")).toBeTruthy();
    await pass(1_500);
    expect([bar()?.getAttribute("value"), bar()?.getAttribute("max")]).toEqual(["5", "12"]);
    expect(screen.getByText("Packing: 5 of 12 photos")).toBeTruthy();
    await pass(1_500);
    expect(looked).toEqual(["1800", "1800"]);
    expect(bar()).toBeNull();
    expect(screen.getByText(/Your 12 photos are ready \(36 ?MB\)/)).toBeTruthy();
    expect(link()?.getAttribute("href")).toBe(ready.url);
    expect(link()?.textContent).toBe("Get the file");
  });

  it("orders once, however often it is pressed", async () => {
    looks = Array.from({ length: 20 }, () => running);
    open();
    await press("Prepare the file");
    await press("Prepare the file");
    await pass(3_000);
    expect(ordered).toBe(1);
    expect(screen.getByRole("button").getAttribute("aria-disabled")).toBe("true");
  });

  it("opens the file outside of LINE where the page is inside, and as a link elsewhere", async () => {
    orders = [ready];
    open();
    await press("Prepare the file");
    const anchor = link();
    if (anchor === null) throw new Error("no link");
    isInLine = true;
    expect(fireEvent.click(anchor)).toBe(false);
    expect(outside).toEqual([ready.url]);
    isInLine = false;
    anchor.addEventListener("click", (event) => {
      expect(event.defaultPrevented).toBe(false);
      event.preventDefault(); // nothing is to be fetched here
    });
    fireEvent.click(anchor);
    expect(outside).toHaveLength(1);
  });

  it("keeps the address good while the page is open", async () => {
    orders = [ready];
    looks = [{ ...ready, url: "https://bucket.example/exports/1800.zip?signed=2" }];
    open();
    await press("Prepare the file");
    await pass(9 * 60_000);
    expect(looked).toEqual([]);
    await pass(60_000);
    expect(link()?.getAttribute("href")).toContain("signed=2");
  });

  it("says so when nobody answers, asks on, and finds it in the end", async () => {
    looks = [new TypeError("offline"), new TypeError("offline"), ready];
    open();
    await press("Prepare the file");
    await pass(1_500);
    expect(screen.getByText(/The connection is poor/)).toBeTruthy();
    expect(bar()).not.toBeNull();
    await pass(1_500);
    await pass(1_500);
    expect(link()).not.toBeNull();
    expect(screen.queryByText(/The connection is poor/)).toBeNull();
  });

  it("can be ordered anew when it was not, failed, or is gone", async () => {
    orders = [new TypeError("offline"), running, running];
    looks = [{ ...running, state: "failed" }, null];
    open();
    await press("Prepare the file");
    expect(screen.getByText(/could not be made/)).toBeTruthy();
    await press("Prepare it again");
    await pass(1_500);
    expect(screen.getByText(/could not be made/)).toBeTruthy();
    await press("Prepare it again");
    await pass(1_500);
    expect(screen.getByText(/this file is gone/)).toBeTruthy();
    expect(link()).toBeNull();
    expect(ordered).toBe(3);
  });

  it("leads back to the chat when the session is over", async () => {
    orders = ["reopen"];
    open("ja");
    await press("ファイルを準備する");
    expect(screen.getByText(/トーク/)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("asks nobody any more when the page is left", async () => {
    open();
    await press("Prepare the file");
    cleanup();
    await pass(60_000);
    expect(looked).toEqual([]);
  });

  it.each(languages)("%s: has words of its own for everything", async (language) => {
    const words = meDownloadWords[language];
    looks = [
      { ...running, done: 1, total: 3 },
      { ...ready, done: 1 },
    ];
    open(language);
    await press(words.order);
    await pass(1_500);
    expect(screen.getByText(words.running(1, 3))).toBeTruthy();
    await pass(1_500);
    expect(screen.getByRole("link", { name: words.open })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/undefined|null|NaN/);
    const others = languages.filter((one) => one !== language).map((one) => meDownloadWords[one]);
    for (const other of others) {
      expect(other.note).not.toBe(words.note);
      expect(other.ready(0, "1 MB")).not.toBe(words.ready(0, "1 MB"));
    }
    expect(words.ready(0, "1 MB")).not.toMatch(/0/);
  });
});
