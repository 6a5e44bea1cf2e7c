import { ConsoleLogger } from "aws-amplify/utils";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBoardWorld, standing, type BoardWorld } from "./appsync-board-world.ts";

// The board's own client code over the unmodified vendor's client: whatever happens, the screen ends with the truth.

// Lost connections are repaired in seconds, and worse ones in quarters of a minute.
vi.setConfig({ testTimeout: 120_000 });

// One API for all tests: the client code reads its address once.
const world: BoardWorld = await openBoardWorld();
let stopWatching: () => Promise<void>;

beforeEach(async () => {
  ConsoleLogger.LOG_LEVEL = "ERROR"; // it warns of each subscription that is refused
  vi.spyOn(console, "warn").mockImplementation(() => {});
  stopWatching = world.watch();
  await settled([]);
});
afterEach(async () => {
  world.refusesPhotos = false;
  await stopWatching();
  vi.restoreAllMocks();
});
afterAll(() => world.close());

const running = () => world.api.appsync.connections().subscriptionCount;
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

/** The screen shows this, and all three subscriptions run. */
async function settled(screen: readonly string[], isLive = true): Promise<void> {
  await vi.waitFor(() => expect(world.screen()).toEqual(screen), { timeout: 25_000, interval: 20 });
  if (isLive) await vi.waitFor(() => expect(running()).toBe(3), { timeout: 25_000, interval: 20 });
}

test("messages arrive one by one, twice, and in any order", async () => {
  await world.change(standing("a", 5, 1));
  await world.change(standing("b", 7, 3));
  await settled(["b 7", "a 5"]);
  await world.change(standing("a", 9, 4));
  for (const late of [standing("a", 6, 2), standing("b", 1, 2), standing("a", 9, 4), standing("a", 8, 3)])
    await world.tell(late);
  await settled(["a 9", "b 7"]);
  await world.change(standing("a", null, 5));
  await world.tell(standing("a", 9, 4));
  await settled(["b 7"]);
  // All of this came by messages, not by the reading that repairs.
  expect(world.reads).toBeLessThanOrEqual(4);
});

test("boards beside it do not appear on it", async () => {
  await world.tell(standing("stranger", 99, 1), undefined, "board-2");
  await world.change(standing("a", 1, 1));
  await settled(["a 1"]);
});

test("a message that lacks a field that must be there is repaired by reading", async () => {
  // Once the questions of the beginning are answered.
  await vi.waitFor(() => expect(world.connected).toEqual([true]));
  await seconds(1);
  const row = standing("a", 4, 1);
  world.truth = [row];
  const { reads } = world;
  await world.tell(row, "boardId guestId");
  expect(world.screen()).toEqual([]);
  await settled(["a 4"]);
  expect(world.reads).toBe(reads + 1);
});

test("B5: settings that hosts change are there as soon as the stage is told with their version", async () => {
  await vi.waitFor(() => expect(world.connected).toEqual([true]));
  await seconds(1);
  const { reads } = world;
  const head = () => world.states.at(-1)?.head;
  await world.tellStage();
  await seconds(1);
  expect(world.reads).toBe(reads);
  world.settings = { title: "二次会", hasCornerQr: false, hasSound: true, eventVersion: 2 };
  await world.tellStage();
  // The reading that repairs comes later than eight seconds after a message.
  await vi.waitFor(() => expect(head()).toMatchObject(world.settings), { timeout: 5_000 });
  expect(head()).toMatchObject({ hasSpotlight: true });
  expect(world.reads).toBe(reads + 1);
});

test("what happens while the socket is cut is on the screen afterwards", async () => {
  await world.change(standing("a", 1, 1));
  await settled(["a 1"]);
  world.api.appsync.cutSockets();
  await world.change(standing("a", 2, 2));
  await world.change(standing("b", 3, 1));
  expect(running()).toBe(0);
  await settled(["b 3", "a 2"]);
  // And messages come again.
  await world.change(standing("c", 9, 1));
  await vi.waitFor(() => expect(world.screen()).toEqual(["c 9", "b 3", "a 2"]), 1_000);
  expect(world.connected.at(-1)).toBe(true);
});

test("a subscription that is refused beside one that works: the board lives, and asks less and less often", async () => {
  world.refusesPhotos = true;
  world.api.appsync.cutSockets();
  const before = world.photoStarts;
  await world.change(standing("a", 1, 1));
  await settled(["a 1"], false);
  for (let version = 2; version <= 12; version += 1) {
    await world.change(standing("a", version, version));
    await seconds(1);
  }
  expect(world.photoStarts - before).toBeLessThan(7);
  await settled(["a 12"], false);
  expect(world.connected.at(-1)).toBe(false);
  world.refusesPhotos = false;
  await settled(["a 12"]);
  await vi.waitFor(() => expect(world.connected.at(-1)).toBe(true));
});

test("a key that is refused for a while: the last board stays, and everything comes back", async () => {
  await world.change(standing("a", 1, 1));
  await settled(["a 1"]);
  world.api.advance(2e9);
  world.api.appsync.cutSockets();
  await vi.waitFor(() => expect(world.connected.at(-1)).toBe(false));
  world.truth = [standing("a", 2, 2)];
  await seconds(7);
  expect(world.screen()).toEqual(["a 1"]);
  world.api.advance(-2e9);
  await settled(["a 2"]);
});

test("every socket is cut as soon as it is open, for a while", async () => {
  const { api } = world;
  let cuts = 0;
  const scissors = setInterval(() => {
    cuts += api.appsync.cutSockets();
  }, 1);
  let version = 0;
  while (cuts < 4) {
    version += 1;
    await world.change(standing("a", version, version));
    await seconds(0.1);
  }
  clearInterval(scissors);
  await world.change(standing("b", 0, 1));
  await settled([`a ${version}`, "b 0"]);
  await vi.waitFor(() => expect(world.connected.at(-1)).toBe(true), 40_000);
});
