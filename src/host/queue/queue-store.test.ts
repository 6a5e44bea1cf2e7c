// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FakeQueue } from "./fake-queue.ts";
import { inTab } from "./queue-state.ts";
import { QueueStore } from "./queue-store.ts";
import { hostPhoto } from "./test-photos.ts";

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => hostPhoto(`p${from + at + 1_000}`, { sentAt: 1_000 + from + at }));

async function opened(count: number) {
  const queue = new FakeQueue(numbered(count));
  const store = new QueueStore("event", queue);
  const stop = store.start();
  await pass(10);
  const pages = () => queue.calls.filter(({ name }) => name === "readPage").length;
  return { queue, store, stop, pages };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("takes a hundred messages a second in at most ten steps", async () => {
  const { queue, store, stop } = await opened(10);
  const steps = vi.fn();
  store.subscribe(steps);
  for (const photo of numbered(100, 10)) {
    store.touch();
    queue.tell(photo);
    await pass(10);
  }
  await pass(100);
  expect(store.view().newcomers).toBe(100);
  expect(steps.mock.calls.length).toBeLessThanOrEqual(12);
  stop();
});

it("holds the grid still while the host does something, and tidies it afterwards", async () => {
  const { queue, store, stop } = await opened(3);
  const before = store.view().ids;
  queue.tell(hostPhoto("new", { sentAt: 9_000 }));
  queue.decide("p1001", "hide", "田中");
  for (let seconds = 0; seconds < 10; seconds++) {
    store.touch();
    await pass(1_000);
  }
  expect(store.view().ids).toBe(before);
  expect(store.view().newcomers).toBe(1);
  await pass(6_000);
  expect(store.view().ids).toEqual(["new", "p1002", "p1000"]);
  expect(store.view().focus).toBe("p1002");
  stop();
});

it("lets nothing in above a host who has scrolled down", async () => {
  const { queue, store, stop } = await opened(3);
  store.setAtTop(false);
  queue.tell(hostPhoto("new", { sentAt: 9_000 }));
  await pass(10_000);
  expect(store.view().ids).not.toContain("new");
  expect(store.view().newcomers).toBe(1);
  stop();
});

it("reads page after page, one at a time, until there are no more", async () => {
  const { store, stop, pages } = await opened(250);
  const first = pages();
  await Promise.all([store.loadMore(), store.loadMore()]);
  expect(store.view().ids).toHaveLength(200);
  await store.loadMore();
  await store.loadMore();
  expect(store.view().ids).toHaveLength(250);
  expect(pages()).toBe(first + 2);
  stop();
});

it("tells that a page did not come, and reads it when asked again", async () => {
  const { queue, store, stop } = await opened(150);
  queue.isDown = true;
  await store.loadMore();
  expect(store.view().isMoreFailed).toBe(true);
  queue.isDown = false;
  await store.loadMore();
  expect(store.view()).toMatchObject({ isMoreFailed: false, isLoadingMore: false });
  expect(store.view().ids).toHaveLength(150);
  stop();
});

it("finds after a lost connection what was decided meanwhile, on deeper pages too", async () => {
  const { queue, store, stop } = await opened(150);
  await store.loadMore();
  await pass(10_000);
  queue.each((listener) => listener.onConnection(false));
  expect(store.view().isConnected).toBe(false);
  queue.isMute = true;
  queue.decide("p1149", "show", "田中");
  queue.decide("p1002", "show", "田中");
  queue.isMute = false;
  await pass(1_000);
  queue.each((listener) => listener.onAck());
  await pass(6_000);
  expect(store.view().isConnected).toBe(true);
  expect(store.view().ids).not.toContain("p1002");
  expect(store.view().ids).toHaveLength(149);
  // The first one is still looked at.
  expect(store.view().focus).toBe("p1149");
  stop();
});

it("finds by the safety re-read what no message told", async () => {
  const { queue, store, stop } = await opened(2);
  queue.isMute = true;
  queue.tell(hostPhoto("lost", { sentAt: 9_000 }));
  await pass(70_000);
  expect(store.view().ids).toContain("lost");
  stop();
});

it("says that it cannot read, and goes on by itself", async () => {
  const queue = new FakeQueue(numbered(2));
  queue.isDown = true;
  const store = new QueueStore("event", queue);
  const stop = store.start();
  await pass(100);
  expect(store.view().isFailed).toBe(true);
  queue.isDown = false;
  await pass(15_000);
  expect(store.view()).toMatchObject({ isFailed: false, ids: ["p1001", "p1000"] });
  stop();
});

it("reads a tab when it is opened", async () => {
  const { queue, store, stop } = await opened(2);
  queue.rows.set("s", hostPhoto("s", { state: "shown" }));
  store.change((view) => inTab(view, "shown"));
  expect(store.view().ids).toEqual([]);
  store.readAgain();
  await pass(10);
  expect(store.view().ids).toEqual(["s"]);
  stop();
});
