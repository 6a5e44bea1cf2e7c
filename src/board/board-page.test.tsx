// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type BoardSnapshot,
  type BoardState,
  emptyBoard,
  readSnapshot,
  type ShownPhoto,
  type ShownStanding,
} from "#domain/board";
import { usualScreen } from "#domain/screen";
import type { BoardBackend } from "./board-backend.ts";
import { BoardPage } from "./board-page.tsx";

const standing = (name: string, score: number): ShownStanding => ({
  guestId: `guest-${name}`,
  displayName: name,
  score,
  rankKey: String(Math.round(score * 10)).padStart(8, "0"),
  photoId: `photo-${name}`,
  image: `p/${name}`,
  faces: 1,
  photos: 1,
  version: 1,
});

const photo = (name: string, sentAt: number): ShownPhoto => ({
  photoId: `photo-${name}`,
  guestId: `guest-${name}`,
  displayName: name,
  image: `p/${name}`,
  width: 400,
  height: 300,
  faces: [{ left: 0.4, top: 0.3, width: 0.2, height: 0.3 }],
  sentAt,
  version: 1,
});

const snapshot = (
  standings: readonly ShownStanding[],
  change: Partial<BoardSnapshot> = {},
): BoardSnapshot => ({
  title: "佐藤家・田中家 結婚披露宴",
  language: "ja",
  theme: "hall-dark",
  joinCode: "CDFGHJ",
  ...usualScreen,
  eventVersion: 1,
  stage: { name: "ranking", step: null, version: 1 },
  totals: { guests: standings.length, photos: standings.length },
  standings,
  photos: [],
  ...change,
});

/** A backend whose messages are sent by hand and whose images are there unless they are called broken. */
function fakeBackend() {
  const listeners = new Set<Parameters<BoardBackend["watch"]>[1]>();
  const broken = new Set<string>();
  let asked = 0;
  let state: BoardState = emptyBoard;
  const backend: BoardBackend = {
    watch: (_boardId, listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    readPhotos: async () => ({ photos: [], nextToken: null }),
    joinUrl: (joinCode) => `https://line.me/R/oaMessage/%40egao/?${joinCode}`,
    imageUrl: (image, copy) => `http://cdn.test/${image}-${copy}.jpg`,
    loadImage: async (url) => {
      if (broken.has(url)) throw new Error("404");
      return { width: 400, height: 300 };
    },
  };
  const tell = async (board: BoardSnapshot) => {
    // Each snapshot is taken as the whole truth: nothing was heard shortly before it.
    state = readSnapshot(state, board, (asked += 60_000));
    await act(async () => {
      for (const listener of listeners) listener.onBoard(state);
      await vi.advanceTimersByTimeAsync(0);
    });
  };
  const each = (call: (listener: Parameters<BoardBackend["watch"]>[1]) => void) =>
    act(async () => listeners.forEach((listener) => call(listener)));
  return { backend, broken, tell, each };
}

const rows = () =>
  within(screen.getByRole("region", { name: "笑顔ランキング" }))
    .getAllByRole("listitem")
    .map((row) => row.textContent);
const places = () => rows().map((text) => /^(\d+)/.exec(text)?.[1]);
const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));

let errors: unknown[][];
beforeEach(() => {
  vi.useFakeTimers();
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => errors.push(words));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  if (errors.length > 0) throw new Error(`console.error: ${JSON.stringify(errors)}`);
});

describe("the board", () => {
  it("waits kindly while it knows nothing and while no event has it", async () => {
    const { backend, each } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    const waiting = /まもなく始まります|Starting soon|即將開始/;
    expect(screen.getByRole("heading").textContent).toMatch(waiting);
    await each((listener) => listener.onUnknown());
    expect(screen.getByRole("heading").textContent).toMatch(waiting);
  });

  it("invites while no photo is there", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([]));
    expect(screen.getByRole("heading", { name: "皆さまの笑顔をお待ちしています" })).toBeTruthy();
    expect(screen.getByText("佐藤家・田中家 結婚披露宴")).toBeTruthy();
  });

  it("shows ten places of eleven guests with names and points, and the totals of all", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    const guests = Array.from({ length: 11 }, (_, index) => standing(`客${index}`, 500 - index));
    await tell(snapshot(guests, { totals: { guests: 12_000, photos: 29_418 } }));
    expect(rows()).toHaveLength(10);
    expect(rows()[0]).toBe("1位客0500.0pt");
    expect(rows()[9]).toBe("10位客9491.0pt");
    expect(screen.getByText("参加 12,000人")).toBeTruthy();
    expect(screen.getByText("写真 29,418枚")).toBeTruthy();
  });

  it("gives ties the same place and skips the next", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    const tied = [
      standing("a", 9),
      { ...standing("b", 8), rankKey: "2" },
      { ...standing("c", 8), rankKey: "1" },
    ];
    await tell(
      snapshot([...tied.map((row, index) => ({ ...row, rankKey: `9${3 - index}` })), standing("d", 0)]),
    );
    expect(places()).toEqual(["1", "2", "2", "4"]);
  });

  it("lets nobody stand higher when all share the first place", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(
      snapshot(["a", "b", "c", "d"].map((name, index) => ({ ...standing(name, 99), rankKey: `9${index}` }))),
    );
    expect(screen.getByRole("heading", { name: "全員そろって1位" })).toBeTruthy();
    expect(places()).toEqual(["1", "1", "1", "1"]);
  });

  it("moves at once, then waits its turn, and calls out a new leader and a climb", async () => {
    const { backend, tell, each } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await each((listener) => listener.onConnection(true));
    const guests = ["a", "b", "c", "d", "e", "f"].map((name, index) => standing(name, 90 - index));
    await tell(snapshot(guests));
    await tell(snapshot(guests.map((row) => (row.guestId === "guest-e" ? standing("e", 95) : row))));
    expect(rows()[0]).toContain("e95.0pt");
    expect(screen.getByRole("status").textContent).toBe("首位交代");

    const again = guests.map((row) =>
      row.guestId === "guest-e" ? standing("e", 95) : row.guestId === "guest-f" ? standing("f", 89.5) : row,
    );
    await tell(snapshot(again));
    expect(rows()[5]).toContain("f85.0pt");
    await pass(2_000);
    expect(rows()[2]).toContain("f89.5pt");
    expect(screen.getAllByRole("status").map((chip) => chip.textContent)).toEqual(["首位交代", "3人抜き"]);
    await pass(4_100);
    expect(screen.getAllByRole("status").map((chip) => chip.textContent)).toEqual(["3人抜き"]);
    await pass(2_000);
    expect(screen.queryByText("3人抜き")).toBeNull();
  });

  it("takes a removed guest away at once", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([standing("a", 3), standing("b", 2), standing("c", 1)]));
    await tell(snapshot([standing("c", 1), standing("b", 2)]));
    expect(rows()).toEqual(["1位b2.0pt", "2位c1.0pt"]);
  });

  it("shows a photo, and the initial where it is broken, whole emoji included", async () => {
    const { backend, broken, tell } = fakeBackend();
    broken.add("http://cdn.test/p/b-display.jpg");
    const { container } = render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([standing("a", 3), { ...standing("b", 2), displayName: "👩‍👧花" }]));
    const [first, second] = container.querySelectorAll(".entry");
    expect(first?.querySelector("img")?.getAttribute("src")).toBe("http://cdn.test/p/a-display.jpg");
    expect(second?.querySelector("img")).toBeNull();
    expect(second?.querySelector(".frame__initial")?.textContent).toBe("👩‍👧");

    broken.clear();
    await pass(2_100);
    expect(second?.querySelector("img")?.getAttribute("src")).toBe("http://cdn.test/p/b-display.jpg");
  });

  it("keeps names apart from everything around them", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    const names = ["محمد", "<b>x</b>", "   ", "寿".repeat(40)];
    await tell(
      snapshot(names.map((name, index) => ({ ...standing(`g${index}`, 9 - index), displayName: name }))),
    );
    expect(rows()).toEqual([
      "1位محمد9.0pt",
      "2位<b>x</b>8.0pt",
      "3位ゲスト7.0pt",
      `4位${"寿".repeat(40)}6.0pt`,
    ]);
    expect(screen.getByText("محمد").tagName).toBe("BDI");
  });

  it("gives a new photo its time with its sender's name, without a score, and lets a withdrawn one go", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([standing("a", 3)], { photos: [photo("a", 1)] }));
    const strip = () => screen.getByRole("region", { name: "みんなの笑顔" });
    expect(within(strip()).getByText("a")).toBeTruthy();
    await pass(4_000);
    await tell(snapshot([standing("a", 3)], { photos: [photo("z", 2), photo("a", 1)] }));
    await pass(10);
    expect(within(strip()).getByText("いま届いた笑顔")).toBeTruthy();
    expect(within(strip()).getByText("z")).toBeTruthy();
    expect(strip().textContent).not.toContain("pt");
    await tell(snapshot([standing("a", 3)], { photos: [photo("a", 1)] }));
    expect(within(strip()).queryByText("z")).toBeNull();
  });

  it("greets the very first photo as new", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([]));
    await pass(5_000);
    await tell(snapshot([standing("a", 3)], { photos: [photo("a", 1)], totals: { guests: 0, photos: 0 } }));
    await pass(10);
    expect(screen.getByText("いま届いた笑顔")).toBeTruthy();
    expect(screen.getByText("参加 1人")).toBeTruthy();
  });

  it("speaks the event's language", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([standing("a", 3)], { language: "en", totals: { guests: 1, photos: 2 } }));
    expect(screen.getByRole("region", { name: "Smile ranking" })).toBeTruthy();
    expect(screen.getByText("1 guest")).toBeTruthy();
    expect(document.documentElement.lang).toBe("en");
  });

  it("keeps the last board while the connection is lost and tells only the operator", async () => {
    const { backend, tell, each } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    await tell(snapshot([standing("a", 3)]));
    await each((listener) => listener.onConnection(true));
    expect(screen.queryByTitle("再接続しています")).toBeNull();
    await each((listener) => listener.onConnection(false));
    expect(screen.getByTitle("再接続しています")).toBeTruthy();
    expect(rows()).toHaveLength(1);
    await each((listener) => listener.onConnection(true));
    expect(screen.queryByTitle("再接続しています")).toBeNull();
  });

  it("follows the event's theme and is dark for one it does not know", async () => {
    const { backend, tell } = fakeBackend();
    render(<BoardPage boardId="b" backend={backend} />);
    const theme = () => screen.getByRole("main").dataset.theme;
    await tell(snapshot([], { theme: "hall-light" }));
    expect(theme()).toBe("hall-light");
    await tell(snapshot([], { theme: "neon" }));
    expect(theme()).toBe("hall-dark");
  });
});
