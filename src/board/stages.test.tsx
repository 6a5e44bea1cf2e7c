// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type BoardSnapshot,
  emptyBoard,
  readSnapshot,
  type ShownPhoto,
  type ShownStanding,
  type Stage,
} from "#domain/board";
import { usualScreen } from "#domain/screen";
import type { BoardBackend } from "./board-backend.ts";
import { BoardPage } from "./board-page.tsx";
import { TURN_MS } from "./stages/turns.ts";

const names = Array.from({ length: 12 }, (_, index) => `花子${index + 1}`);
const standings: readonly ShownStanding[] = names.map((displayName, index) => ({
  guestId: `g${index + 1}`,
  displayName,
  score: 500 - index,
  rankKey: String(500 - index).padStart(8, "0"),
  photoId: `p${index + 1}`,
  image: `p/${index + 1}`,
  faces: 1,
  photos: 1,
  version: 1,
}));
const photos: readonly ShownPhoto[] = names.map((displayName, index) => ({
  photoId: `p${index + 1}`,
  guestId: `g${index + 1}`,
  displayName,
  image: `p/${index + 1}`,
  width: 400,
  height: 300,
  faces: [],
  sentAt: index,
  version: 1,
}));
const NOW = 1_800_000_000_000 - (1_800_000_000_000 % (2 * TURN_MS));

/** What is shown and not among the latest, by the token of its page. */
const pages = new Map<
  string | null,
  { readonly photos: readonly ShownPhoto[]; readonly nextToken: string | null }
>();

/** A board at a stage, which the test changes. */
async function open(
  stage: Partial<Stage>,
  change: Partial<BoardSnapshot> = {},
  link: string | null = "line",
) {
  let listener: Parameters<BoardBackend["watch"]>[1] | undefined;
  let state = emptyBoard;
  const loaded: string[] = [];
  const backend: BoardBackend = {
    watch: (_boardId, to) => {
      listener = to;
      return () => undefined;
    },
    readPhotos: async (_boardId, nextToken) => pages.get(nextToken) ?? { photos: [], nextToken: null },
    joinUrl: (code) => link && `https://line.me/${code}`,
    imageUrl: (image, copy) => `http://cdn.test/${image}-${copy}.jpg`,
    loadImage: async (url) => {
      loaded.push(url);
      return { width: 400, height: 300 };
    },
  };
  render(<BoardPage boardId="b" backend={backend} />);
  let asked = 0;
  const tell = async (next: Partial<Stage>, more: Partial<BoardSnapshot> = {}) => {
    const snapshot: BoardSnapshot = {
      title: "佐藤家・田中家 結婚披露宴",
      language: "ja",
      theme: "hall-dark",
      joinCode: "KTR7WX",
      ...usualScreen,
      eventVersion: 1,
      totals: { guests: 86, photos: 342 },
      standings,
      photos,
      ...more,
      stage: { name: "ranking", step: null, version: (asked += 1), ...next },
    };
    state = readSnapshot(state, snapshot, NOW + asked * 60_000);
    await act(async () => {
      listener?.onBoard(state);
      await vi.advanceTimersByTimeAsync(0);
    });
  };
  await tell(stage, change);
  return { tell, loaded };
}

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const key = (name: string) => act(async () => void fireEvent.keyDown(document.body, { key: name }));
const onScreen = () => document.body.textContent;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  pages.clear();
  localStorage.clear();
  vi.useRealTimers();
});

describe("joining", () => {
  it("shows the code for phones, the code for fingers and three steps", async () => {
    await open({ name: "join" });
    expect(screen.getByRole("img", { name: "参加用のQRコード" })).toBeTruthy();
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    expect(onScreen()).toContain("KTR7WX");
    expect(onScreen()).not.toContain("花子1");
  });

  it("does without the picture where nobody knows the bot's address", async () => {
    await open({ name: "join" }, {}, null);
    expect(screen.queryByRole("img")).toBeNull();
    expect(onScreen()).toContain("KTR7WX");
  });
});

describe("the code in the corner", () => {
  const corner = () => document.querySelector(".corner");

  it.each(["ranking", "wall", "round"])("is over %s, and goes and comes on a key", async (name) => {
    await open({ name });
    expect(within(screen.getByRole("main")).getByRole("img", { name: "参加用のQRコード" })).toBeTruthy();
    await key("q");
    expect(corner()).toBeNull();
    expect(onScreen()).toContain("隅のQRコード（Q）オフ（この画面だけ）");
    await key("q");
    expect(corner()).not.toBeNull();
  });

  it("is as hosts have it", async () => {
    const { tell } = await open({ name: "ranking" }, { hasCornerQr: false });
    expect(corner()).toBeNull();
    await key("q");
    expect(corner()).not.toBeNull();
    await key("q");
    await tell({ name: "ranking" }, { hasCornerQr: true, eventVersion: 2 });
    expect(corner()).not.toBeNull();
  });

  it("is on no other stage, and nowhere without the bot's address", async () => {
    const { tell } = await open({ name: "ranking" });
    for (const name of ["join", "frozen", "reveal", "thanks"]) {
      await tell({ name, step: 0, result: [] });
      expect(corner()).toBeNull();
    }
    cleanup();
    await open({ name: "ranking" }, {}, null);
    expect(corner()).toBeNull();
  });
});

describe("the wall", () => {
  const seen = () =>
    within(screen.getByRole("list", { name: "みんなの笑顔" }))
      .getAllByRole("figure")
      .map((print) => print.textContent);

  it("gives everybody a turn, and tells no score", async () => {
    await open({ name: "wall" });
    // The way in takes the room of one.
    expect(seen()).toEqual(names.slice(0, 7));
    const shown = new Set(seen());
    for (let turn = 0; turn < 6; turn += 1) {
      await pass(3_000);
      for (const name of seen()) shown.add(name);
    }
    expect(shown).toEqual(new Set(names));
    expect(onScreen()).not.toMatch(/\d\.\d/);
  });

  it("has eight prints where nothing else stands there", async () => {
    await open({ name: "wall" }, { hasCornerQr: false });
    expect(seen()).toEqual(names.slice(0, 8));
  });

  it("P3 lets go of a withdrawn photo at once", async () => {
    const { tell } = await open({ name: "wall" });
    await tell({ name: "wall" }, { photos: photos.filter(({ photoId }) => photoId !== "p3") });
    // B4: what was heard just now may be missing in a snapshot.
    await tell({ name: "wall" }, { photos: photos.filter(({ photoId }) => photoId !== "p3") });
    expect(seen()).not.toContain("花子3");
    expect(seen()).toHaveLength(7);
  });

  it("gives a turn also to photos beyond the latest, page by page, and never to one that was withdrawn", async () => {
    const early = ["早1", "早2", "早3"].map((displayName, index): ShownPhoto => {
      const [template] = photos;
      if (template === undefined) throw new Error("there are photos");
      return { ...template, photoId: `early${index}`, displayName, sentAt: -10 + index };
    });
    pages.set(null, { photos: [...photos, ...early.slice(0, 1)], nextToken: "t" });
    pages.set("t", { photos: early.slice(1), nextToken: null });
    const gone = { ...photos[0], photoId: "early2", image: null, version: 9, sentAt: 0 } as ShownPhoto; // as published
    await open({ name: "wall" }, { photos: [...photos, gone] });
    const shown = new Set<string | null>();
    for (let turn = 0; turn < 12; turn += 1) {
      await pass(3_000);
      for (const name of seen()) shown.add(name);
    }
    expect(shown).toEqual(new Set([...names, "早1", "早2"]));
    // The next time through the pages it is known to be gone.
    pages.set("t", { photos: [], nextToken: null });
    await pass(95_000);
    expect(seen()).not.toContain("早2");
  });

  it("G8 takes turns with the ranking, by the server's clock", async () => {
    await open({ name: "ranking", alternates: true, clockAheadMs: TURN_MS - 10_000 });
    expect(screen.queryByRole("list", { name: "みんなの笑顔" })).toBeNull();
    await pass(10_000);
    expect(screen.getByRole("list", { name: "みんなの笑顔" })).toBeTruthy();
    await pass(TURN_MS);
    expect(screen.getByRole("region", { name: "笑顔ランキング" })).toBeTruthy();
  });
});

describe("a round", () => {
  it("G5 counts down by the server's clock, shows who leads, and ends by itself", async () => {
    const ahead = 3_600_000;
    await open({ name: "round", takesUntil: NOW + ahead + 65_000, clockAheadMs: ahead });
    const clock = () => screen.getByRole("timer").textContent;
    expect(clock()).toBe("1:05");
    await pass(5_000);
    expect(clock()).toBe("1:00");
    expect(screen.getAllByRole("listitem").map((row) => row.textContent)).toEqual([
      "1位花子1500.0pt",
      "2位花子2499.0pt",
      "3位花子3498.0pt",
    ]);
    await pass(60_000);
    expect(clock()).toBe("0:00");
    expect(screen.getByRole("heading", { name: "そこまで！" })).toBeTruthy();
  });
});

describe("the curtain", () => {
  it("hides the ranking while everybody waits", async () => {
    await open({ name: "frozen", takesUntil: NOW });
    expect(screen.getByRole("heading", { name: "締め切りました" })).toBeTruthy();
    expect(onScreen()).not.toContain("花子");
    expect(onScreen()).not.toMatch(/\d\.\d/);
  });
});

describe("the reveal", () => {
  const result = standings.map(({ guestId }) => guestId);
  const reveal = (step: number, more: Partial<Stage> = {}) => ({ name: "reveal", step, result, ...more });
  const called = () => screen.getByRole("article").textContent;
  const before = () => screen.queryAllByRole("listitem").map((row) => row.textContent);

  it("G3 begins with nobody, and has all pictures by then", async () => {
    const { loaded } = await open(reveal(0));
    expect(screen.getByRole("heading", { name: "結果発表" })).toBeTruthy();
    expect(onScreen()).toContain("10位から順に");
    expect(onScreen()).not.toContain("花子");
    expect(loaded).toEqual(
      Array.from({ length: 10 }, (_, index) => `http://cdn.test/p/${index + 1}-display.jpg`),
    );
  });

  it("G3 calls one after the other, the winner last", async () => {
    const { tell } = await open(reveal(1));
    expect(called()).toBe("第10位花子10さん491.0pt");
    expect(before()).toEqual([]);
    await tell(reveal(9));
    expect(called()).toBe("第2位花子2さん499.0pt");
    expect(before()).toHaveLength(8);
    expect(onScreen()).not.toContain("500.0");
    await tell(reveal(10));
    expect(called()).toBe("優勝花子1さん500.0pt");
    expect(document.querySelector(".confetti")).not.toBeNull();
  });

  it("G6, G7 never calls who is gone or passed over", async () => {
    const { tell } = await open(reveal(9));
    await tell(reveal(9, { skipped: ["g2"] }));
    expect(called()).toContain("花子3");
    await tell(reveal(10, { skipped: ["g1", "g2"] }));
    expect(called()).toBe("優勝花子3さん498.0pt");
    expect(onScreen()).toContain("花子12");
  });

  it("goes on by keys without a network, until a host orders again", async () => {
    const { tell } = await open(reveal(8));
    await key("ArrowRight");
    expect(called()).toContain("第2位");
    await key("PageDown");
    expect(called()).toContain("優勝");
    await key("ArrowRight");
    await key("ArrowLeft");
    expect(called()).toContain("第2位");
    await tell(reveal(7));
    expect(called()).toContain("第4位");
  });

  it("G9 takes back no place that it has told, while hosts go forward behind it", async () => {
    const { tell } = await open(reveal(4));
    for (let step = 5; step <= 7; step += 1) await key("ArrowRight");
    expect(called()).toContain("第4位");
    // Orders that were sent before the network was lost, and one that passes over a guest.
    for (const step of [5, 5, 6, 7]) {
      await tell(reveal(step));
      expect(called()).toContain("第4位");
    }
    await tell(reveal(8));
    expect(called()).toContain("第3位");
    await key("ArrowRight");
    await tell(reveal(7));
    expect(called()).toContain("第4位");
  });
});

describe("the thanks", () => {
  it("hang everybody's photos behind the words", async () => {
    await open({ name: "thanks" });
    expect(screen.getByRole("heading").textContent).toContain("ありがとうございました");
    expect(onScreen()).toContain("86人から 342枚");
    expect(document.querySelectorAll(".thanks__mosaic li")).toHaveLength(24);
  });

  it("do without photos", async () => {
    await open({ name: "thanks" }, { photos: [], standings: [], totals: { guests: 0, photos: 0 } });
    expect(document.querySelectorAll(".thanks__mosaic li")).toHaveLength(0);
  });
});
