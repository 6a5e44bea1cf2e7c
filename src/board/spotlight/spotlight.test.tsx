// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type BoardState,
  emptyBoard,
  hearPhotos,
  hearStage,
  hearStandings,
  readSnapshot,
  type ShownPhoto,
  type ShownStanding,
} from "#domain/board";
import { usualScreen } from "#domain/screen";
import type { BoardBackend } from "../board-backend.ts";
import { BoardPage } from "../board-page.tsx";
import { SPOTLIGHT_EVERY_MS, SPOTLIGHT_MS } from "./use-spotlight.ts";

let version = 0;
const standing = (guest: string, photoId: string, score: number): ShownStanding => ({
  guestId: guest,
  displayName: guest,
  score,
  rankKey: `${String(Math.round(score * 10)).padStart(8, "0")}#${guest}`,
  photoId,
  image: `p/${photoId}`,
  faces: 3,
  photos: 1,
  version: (version += 1),
});
const boxes = [0.7, 0.1, 0.4].map((left) => ({ left, top: 0.2, width: 0.2, height: 0.3 }));
const photo = (guest: string, photoId: string, score: number): ShownPhoto => ({
  photoId,
  guestId: guest,
  displayName: guest,
  image: `p/${photoId}`,
  width: 400,
  height: 300,
  score,
  faces: boxes,
  sentAt: version,
  version: (version += 1),
});

/** A board led by 葵 with 200 points, at a stage. */
async function open(stage = "ranking", broken: readonly string[] = []) {
  let listener: Parameters<BoardBackend["watch"]>[1] | undefined;
  const backend: BoardBackend = {
    watch: (_boardId, to) => {
      listener = to;
      return () => undefined;
    },
    readPhotos: async () => ({ photos: [], nextToken: null }),
    joinUrl: () => null,
    imageUrl: (image, copy) => `http://cdn.test/${image}-${copy}.jpg`,
    loadImage: async (url) => {
      if (broken.some((image) => url.includes(image))) throw new Error("404");
      return { width: 400, height: 300 };
    },
  };
  render(<BoardPage boardId="b" backend={backend} />);
  let state: BoardState = readSnapshot(
    emptyBoard,
    {
      title: "宴",
      language: "ja",
      theme: "hall-dark",
      joinCode: "KTR7WX",
      ...usualScreen,
      eventVersion: 1,
      stage: { name: stage, step: stage === "reveal" ? 0 : null, version: 1 },
      totals: { guests: 1, photos: 1 },
      standings: [standing("葵", "a1", 200)],
      photos: [photo("葵", "a1", 200)],
    },
    0,
  );
  const tell = async (change: (known: BoardState) => BoardState) => {
    await act(async () => {
      state = change(state);
      listener?.onBoard(state);
    });
    await pass(0);
  };
  await tell((known) => known);
  return {
    /** Two messages, as the backend sends them. */
    sends: async (guest: string, photoId: string, score: number) => {
      await tell((known) => hearPhotos(known, [photo(guest, photoId, score)], Date.now()));
      await tell((known) => hearStandings(known, [standing(guest, photoId, score)], Date.now()));
    },
    withdraws: (guest: string, photoId: string) =>
      tell((known) => hearPhotos(known, [{ ...photo(guest, photoId, 0), image: null }], Date.now())),
    turnsTo: (name: string) =>
      tell((known) => hearStage(known, { name, step: 0, version: (known.stage?.version ?? 0) + 1 })),
  };
}

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const press = (key: string) => act(async () => void fireEvent.keyDown(document.body, { key }));
const moment = () => screen.queryByRole("region", { name: "最高得点" });
const points = () => moment()?.querySelector(".spotlight__score")?.textContent;
const lit = () =>
  [...(moment()?.querySelectorAll<HTMLElement>("[data-is-lit=true]") ?? [])].map(({ style }) => style.left);
const wantsLessMotion = (isWanted: boolean) =>
  vi.spyOn(globalThis, "matchMedia").mockReturnValue({ matches: isWanted } as MediaQueryList); // all that is asked

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  wantsLessMotion(false);
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  history.replaceState(null, "", "/");
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("B9: the moment of a new high score", () => {
  it("lights the faces from the left, counts in equal parts, and goes by itself", async () => {
    const board = await open();
    expect(moment()).toBeNull();
    await board.sends("蓮", "r1", 240);
    expect(points()).toBe("0.0pt");
    expect(lit()).toEqual([]);
    await pass(700);
    expect([points(), lit()]).toEqual(["80.0pt", ["10%"]]);
    await pass(600);
    expect([points(), lit()]).toEqual(["160.0pt", ["10%", "40%"]]);
    await pass(600);
    expect([points(), lit()]).toEqual(["240.0pt", ["10%", "40%", "70%"]]);
    expect(moment()?.textContent).toContain("蓮さん");
    await pass(SPOTLIGHT_MS - 1_901);
    expect(moment()).not.toBeNull();
    await pass(1);
    expect(moment()).toBeNull();
  });

  it("holds the ranking until it is over, so that everybody sees who takes the lead", async () => {
    const first = () => document.querySelector('.entry[data-slot="1"] .entry__name')?.textContent;
    const board = await open();
    await board.sends("蓮", "r1", 240);
    await pass(SPOTLIGHT_MS - 1);
    expect([moment() === null, first()]).toEqual([false, "葵"]);
    await pass(1);
    expect([moment() === null, first()]).toEqual([true, "蓮"]);
    expect(document.querySelector(".callout")?.textContent).toBe("首位交代");
  });

  it("does not hold the ranking for a picture that does not come", async () => {
    const first = () => document.querySelector('.entry[data-slot="1"] .entry__name')?.textContent;
    const board = await open("ranking", ["r1"]);
    await board.sends("蓮", "r1", 240);
    expect(first()).toBe("葵");
    await pass(1_500);
    expect([moment(), first()]).toEqual([null, "蓮"]);
  });

  it("is a still picture for those who want less motion", async () => {
    wantsLessMotion(true);
    const board = await open();
    await board.sends("蓮", "r1", 240);
    expect([points(), lit()]).toEqual(["240.0pt", ["10%", "40%", "70%"]]);
  });

  it("comes once in 20 s at most, for the newest", async () => {
    const board = await open();
    await board.sends("蓮", "r1", 240);
    await board.sends("翔", "s1", 250);
    await board.sends("凛", "t1", 260);
    expect(moment()?.textContent).toContain("蓮");
    await pass(SPOTLIGHT_EVERY_MS - 1);
    expect(moment()).toBeNull();
    await pass(1);
    expect(moment()?.textContent).toContain("凛");
    await pass(2 * SPOTLIGHT_EVERY_MS);
    expect(moment()).toBeNull();
  });

  it("B7 is over at once, and does not come, for a withdrawn photo", async () => {
    const board = await open();
    await board.sends("蓮", "r1", 240);
    await board.sends("翔", "s1", 250);
    await board.withdraws("蓮", "r1");
    expect(moment()).toBeNull();
    await board.withdraws("翔", "s1");
    await pass(2 * SPOTLIGHT_EVERY_MS);
    expect(moment()).toBeNull();
  });

  it.each(["join", "frozen", "reveal", "thanks"])("never disturbs %s, nor comes late", async (stage) => {
    const board = await open(stage);
    await board.sends("蓮", "r1", 240);
    expect(moment()).toBeNull();
    await board.turnsTo("ranking");
    await pass(2 * SPOTLIGHT_EVERY_MS);
    expect(moment()).toBeNull();
    await board.sends("翔", "s1", 250);
    expect(moment()).not.toBeNull();
    await board.turnsTo(stage);
    expect(moment()).toBeNull();
  });

  it.each(["wall", "round"])("comes over %s", async (stage) => {
    const board = await open(stage);
    await board.sends("蓮", "r1", 240);
    expect(moment()).not.toBeNull();
  });

  it("waits a moment for a picture that is not there yet", async () => {
    const missing = ["r1"];
    const board = await open("ranking", missing);
    await board.sends("蓮", "r1", 240);
    expect(moment()).toBeNull();
    missing.length = 0;
    await pass(2_000);
    expect(moment()).not.toBeNull();
  });

  it("does without a picture that is broken", async () => {
    const board = await open("ranking", ["r1"]);
    await board.sends("蓮", "r1", 240);
    await pass(30_000);
    expect(moment()).toBeNull();
    await board.sends("翔", "s1", 250);
    expect(moment()).not.toBeNull();
  });

  it("is switched off and on by a key, which a reload keeps, or by the address", async () => {
    const board = await open();
    await board.sends("蓮", "r1", 240);
    await press("s");
    expect(moment()).toBeNull();
    expect(screen.getByRole("complementary").textContent).toContain(
      "最高得点の演出（S）オフ（この画面だけ）",
    );
    cleanup();
    const again = await open();
    await again.sends("蓮", "r1", 240);
    expect(moment()).toBeNull();
    await press("S");
    await again.sends("翔", "s1", 250);
    expect(moment()).not.toBeNull();
    cleanup();
    history.replaceState(null, "", "/?spotlight=off");
    await (await open()).sends("蓮", "r1", 240);
    expect(moment()).toBeNull();
  });
});
