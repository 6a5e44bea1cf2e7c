// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type BoardSnapshot,
  emptyBoard,
  readSnapshot,
  type ShownPhoto,
  type ShownStanding,
  type Stage,
} from "#domain/board";
import { REPLAY_MS } from "#domain/replay";
import { usualScreen } from "#domain/screen";
import { standingOf } from "#domain/standing";
import type { BoardBackend } from "../board-backend.ts";
import { BoardPage } from "../board-page.tsx";

/** 19:00 in Tokyo. */
const EVENING = Date.UTC(2026, 10, 21, 10);
const NOW = EVENING + 3 * 3_600_000;
const MINUTE = 60_000;

const photo = (photoId: string, name: string, score: number, minutes: number): ShownPhoto => ({
  photoId,
  guestId: name,
  displayName: name,
  image: `p/${photoId}`,
  width: 400,
  height: 300,
  score,
  faces: [],
  sentAt: EVENING + minutes * MINUTE,
  version: 1,
});
const standing = (name: string, photos: readonly ShownPhoto[]): ShownStanding => {
  const own = photos
    .filter(({ guestId }) => guestId === name)
    .map(({ photoId, score, sentAt }) => ({ photoId, score: score ?? 0, sentAt, state: "shown" as const }));
  const { score = null, rankKey = null, best } = standingOf(own, { guestId: name });
  const [photoId, image] = best === undefined ? [null, null] : [best.photoId, `p/${best.photoId}`];
  return {
    guestId: name,
    displayName: name,
    score,
    rankKey,
    photoId,
    image,
    faces: 1,
    photos: 1,
    version: 1,
  };
};
/** Hanako leads first, then Taro; the bride has no place. */
const evening = [
  photo("1", "花子", 90, 0),
  photo("2", "太郎", 80, 1),
  photo("3", "新婦", 500, 2),
  photo("4", "太郎", 150, 60),
];

async function open(
  stage: Partial<Stage>,
  photos: readonly ShownPhoto[] = evening,
  change: Partial<BoardSnapshot> = {},
) {
  let listener: Parameters<BoardBackend["watch"]>[1] | undefined;
  const loaded: string[] = [];
  let state = emptyBoard;
  let told = photos;
  const backend: BoardBackend = {
    watch: (_boardId, to) => {
      listener = to;
      return () => undefined;
    },
    readPhotos: async () => ({ photos: told, nextToken: null }),
    joinUrl: () => null,
    imageUrl: (image) => `http://cdn.test/${image}.jpg`,
    loadImage: async (url) => {
      loaded.push(url);
      return { width: 400, height: 300 };
    },
  };
  let asked = 0;
  const tell = async (shown: readonly ShownPhoto[]) => {
    asked += 1;
    told = shown;
    const snapshot: BoardSnapshot = {
      title: "佐藤家・田中家 結婚披露宴",
      language: "ja",
      theme: "hall-dark",
      joinCode: "KTR7WX",
      ...usualScreen,
      eventVersion: 1,
      totals: { guests: 2, photos: shown.length },
      standings: ["花子", "太郎"].map((name) => standing(name, shown)),
      photos: shown,
      ...change,
      stage: { name: "replay", step: null, version: 1, startedAt: NOW, clockAheadMs: 0, ...stage },
    };
    state = readSnapshot(state, snapshot, NOW + asked * 60_000);
    await act(async () => {
      listener?.onBoard(state);
      await vi.advanceTimersByTimeAsync(0);
    });
  };
  render(<BoardPage boardId="b" backend={backend} />);
  await tell(photos);
  return { tell, loaded };
}

const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms));
const places = () =>
  [...document.querySelectorAll(".entry")].map(
    (entry) =>
      `${entry.querySelector(".entry__name")?.textContent} ${entry.querySelector(".entry__score")?.textContent}`,
  );
const clock = () => document.querySelector(".replay__clock")?.textContent;
const pictures = () => [...document.querySelectorAll("img")].map(({ src }) => src);

// It comes later than the page, and would with a clock of its own.
beforeAll(() => import("./replay-stage.tsx"));
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("G11, G12: a replay", () => {
  it("goes from the first photo to the ranking as it is, on the clock of the hall", async () => {
    await open({});
    await pass(0);
    expect(clock()).toBe("19:00");
    expect(places()).toEqual(["花子 90.0pt"]);
    await pass(30_000);
    expect(places()).toEqual(["花子 90.0pt", "太郎 80.0pt"]);
    expect(clock()).toMatch(/^19:[01]/);
    expect(screen.getByText("写真 3枚")).toBeTruthy();
    await pass(30_000);
    expect(places()).toEqual(["太郎 150.0pt", "花子 90.0pt"]);
    expect(clock()).toBeUndefined();
    expect(screen.getByText(/ありがとうございました/)).toBeTruthy();
  });

  it("is joined in the middle by a screen that is opened late", async () => {
    await open({ startedAt: NOW - 45_000 });
    await pass(0);
    expect(places()).toEqual(["花子 90.0pt", "太郎 80.0pt"]);
    cleanup();
    await open({ startedAt: NOW - REPLAY_MS });
    expect(places()).toEqual(["太郎 150.0pt", "花子 90.0pt"]);
  });

  it("goes by the server's clock, not by this computer's", async () => {
    await open({ startedAt: NOW + 9 * MINUTE - 45_000, clockAheadMs: 9 * MINUTE });
    await pass(0);
    expect(places()).toEqual(["花子 90.0pt", "太郎 80.0pt"]);
  });

  it("begins anew when it is ordered again", async () => {
    const { tell } = await open({ startedAt: NOW - REPLAY_MS });
    expect(clock()).toBeUndefined();
    cleanup();
    await open({ startedAt: NOW, version: 2 });
    await tell(evening);
    expect(clock()).toBe("19:00");
  });

  it("never tells a place of who has none, nor what is withdrawn meanwhile", async () => {
    const { tell } = await open({});
    await pass(40_000);
    expect(places().join(" ")).not.toContain("新婦");
    expect(pictures()).toContain("http://cdn.test/p/1.jpg");
    await tell(evening.map((each) => (each.photoId === "1" ? { ...each, image: null, version: 2 } : each)));
    await pass(0);
    expect(pictures()).not.toContain("http://cdn.test/p/1.jpg");
    expect(places()).toEqual(["太郎 80.0pt"]);
    await pass(30_000);
    expect(places()[0]).toBe("太郎 150.0pt");
    expect(pictures()).not.toContain("http://cdn.test/p/1.jpg");
  });

  it("G7: passes over whom the reveal passed over", async () => {
    await open({ startedAt: NOW - REPLAY_MS, skipped: ["太郎"] });
    expect(places()).toEqual(["花子 90.0pt"]);
  });

  it("counts as the event counts", async () => {
    await open({ startedAt: NOW - 59_000 }, [...evening, photo("5", "花子", 50, 3)], {
      standingRule: "best-three",
    });
    await pass(0);
    expect(places()[0]).toBe("花子 140.0pt");
  });

  it("has kind words where nobody sent anything", async () => {
    await open({}, [], { standings: [] });
    await pass(0);
    expect(screen.getByRole("heading", { name: "皆さまの笑顔をお待ちしています" })).toBeTruthy();
  });
});
