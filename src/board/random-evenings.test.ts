// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type BoardState, photosOf, rankingOf, SNAPSHOT_PHOTOS, totalsOf } from "#domain/board";
import { MEMORY_MS } from "#domain/board-rows";
import { rank } from "#domain/ranking";
import { revealedOf, revealOf } from "#domain/reveal";
import { Dice } from "./evening/dice.ts";
import { shownPhotoAnswer, standingAnswer } from "./evening/evening-answers.ts";
import { happen } from "./evening/evening-plan.ts";
import { EveningServer } from "./evening/evening-server.ts";
import { Screen } from "./evening/screen.ts";
import type { Weather } from "./evening/torn-network.ts";

/** More by `EVENINGS=5000`, a single one by `EVENING=17`. */
const EVENINGS = Number(process.env["EVENINGS"] ?? 300);
const only = process.env["EVENING"];
const seeds = only === undefined ? Array.from({ length: EVENINGS }, (_, index) => index + 1) : [Number(only)];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: 1_800_000_000_000 });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it(
  "whatever a network does to an evening, the board never shows what it should not, and ends in the truth",
  { timeout: 60_000 + seeds.length * 500 },
  async () => {
    for (const seed of seeds) {
      await evening(seed).catch((cause: unknown) => {
        throw new Error(`evening ${seed}: ${String(cause)}`, { cause });
      });
    }
  },
);

type Pass = (ms: number) => Promise<void>;

async function evening(seed: number): Promise<void> {
  const dice = new Dice(seed);
  // The pages' own chance falls the same way again, too.
  vi.spyOn(Math, "random").mockImplementation(new Dice(seed + 500_000_000).throw);
  const server = new EveningServer(dice);
  const weather = weatherOf(dice);
  const isCrowded = dice.chance(0.05);
  const crowd = isCrowded ? 130 : dice.between(2, 25);
  const acts = isCrowded ? 250 : dice.between(20, 100);
  let screen = new Screen(server, dice, weather);
  const pass = async (ms: number) => {
    await advance(ms);
    screen.look();
    expect(screen.judge.complaints).toEqual([]);
  };
  const reopen = () => {
    screen.close();
    screen = new Screen(server, dice, weather);
  };
  for (let act = 0; act < acts; act += 1) {
    happen(server, dice, crowd);
    disturb(screen, dice);
    if (dice.chance(0.01)) reopen();
    if (dice.chance(0.005)) await archive(server, pass);
    if (dice.chance(0.003)) {
      await renew(server, screen, pass);
      reopen();
    }
    await pass(dice.chance(0.1) ? dice.between(2_000, 15_000) : dice.between(0, 800));
  }
  await end(server, screen, pass, seed % 10 === 0);
  screen.close();
  vi.clearAllTimers();
}

/** `isLong`: also until the screen remembers nothing any more but what a snapshot holds. */
async function end(server: EveningServer, screen: Screen, pass: Pass, isLong: boolean): Promise<void> {
  screen.network.calm();
  // What is still under way arrives; then a safety re-read is made, and all pages are read.
  await pass(20_000);
  await pass(160_000);
  expect(screen.isConnected).toBe(true);
  expectTruth(server, screen);
  if (!isLong) return;
  await pass(MEMORY_MS + 120_000);
  expectTruth(server, screen, true);
  expect(screen.state === null ? [] : photosOf(screen.state)).toHaveLength(
    Math.min(SNAPSHOT_PHOTOS, server.shownPhotos().length),
  );
}

/** The old address shows nothing any more. */
async function renew(server: EveningServer, screen: Screen, pass: Pass): Promise<void> {
  server.saveEvent({ boardId: `renewed at ${Date.now()}` });
  screen.network.calm();
  await pass(120_000);
  expect(screen.state).toBeNull();
}

function weatherOf(dice: Dice): Weather {
  return {
    lost: dice.pick([0, 0.05, 0.3, 0.9]) ?? 0,
    twice: dice.pick([0, 0.1, 0.5]) ?? 0,
    late: dice.pick([0, 0.1, 0.5]) ?? 0,
    failing: dice.pick([0, 0.1, 0.4]) ?? 0,
  };
}

function disturb({ network }: Screen, dice: Dice): void {
  if (dice.chance(0.03)) network.cut();
  if (dice.chance(0.1)) network.mend();
  if (dice.chance(0.02)) document.dispatchEvent(new Event("visibilitychange"));
  if (dice.chance(0.02)) globalThis.dispatchEvent(new Event("online"));
}

/** E6: the board is gone for a while. */
async function archive(server: EveningServer, pass: Pass): Promise<void> {
  server.saveEvent({ isArchived: true });
  await pass(30_000);
  server.saveEvent({ isArchived: false });
}

function expectTruth(server: EveningServer, screen: Screen, isAllForgotten = false): void {
  const { state } = screen;
  if (state === null) throw new Error("the board shows nothing");
  const ranking = rank(
    server
      .ranking()
      .slice(0, 100)
      .map(standingAnswer)
      .map((row) => ({ ...row, rankKey: row.rankKey ?? "", score: row.score ?? 0 })),
  );
  const shown = rankingOf(state);
  // B7: shown again, and only a standing told it: the picture is back when the withdrawal is forgotten.
  const latest = new Set(
    server
      .shownPhotos()
      .slice(0, SNAPSHOT_PHOTOS)
      .map(({ photoId }) => photoId),
  );
  const isFaceless = (index: number) =>
    shown[index]?.image === null && !latest.has(shown[index].photoId ?? "");
  expect(shown).toEqual(ranking.map((row, index) => (isFaceless(index) ? { ...row, image: null } : row)));
  if (isAllForgotten) expect(shown).toEqual(ranking);
  const every = server.shownPhotos().map(shownPhotoAnswer);
  expect(byId(screen.everyPhoto())).toEqual(byId(every));
  expectLatest(server, state);
  const { title, theme, stage } = server.event;
  expect(state.head).toMatchObject({ title, theme });
  expect(totalsOf(state).guests).toBe(server.ranking().length);
  expect({ name: state.stage?.name, version: state.stage?.version }).toEqual({
    name: stage.name,
    version: stage.version,
  });
  expect(Math.abs((state.stage?.clockAheadMs ?? 0) - server.clockAheadMs)).toBeLessThan(300);
  if (stage.name === "reveal") expect(revealOf(state, stage)).toEqual(revealedOf(ranking, stage));
}

/** The latest that a snapshot holds; older ones may stay, as far as they are remembered. */
function expectLatest(server: EveningServer, state: BoardState): void {
  const latest = server.shownPhotos().slice(0, SNAPSHOT_PHOTOS);
  const oldest = latest.length < SNAPSHOT_PHOTOS ? Number.NEGATIVE_INFINITY : (latest.at(-1)?.sentAt ?? 0);
  const shown = photosOf(state);
  const ids = new Set(shown.map(({ photoId }) => photoId));
  expect(latest.filter(({ photoId }) => !ids.has(photoId))).toEqual([]);
  const known = new Set(latest.map(({ photoId }) => photoId));
  expect(shown.filter(({ photoId, sentAt }) => !known.has(photoId) && sentAt > oldest)).toEqual([]);
}

const byId = (photos: readonly { readonly photoId: string }[]) =>
  photos.toSorted((a, b) => (a.photoId < b.photoId ? -1 : 1));

/** Timers one after the other, and after each one all promises. */
async function advance(ms: number): Promise<void> {
  let isOver = false;
  setTimeout(() => (isOver = true), ms);
  while (!isOver) {
    vi.advanceTimersToNextTimer();
    await new Promise((done) => setImmediate(done));
  }
}
