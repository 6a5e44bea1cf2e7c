// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type BoardSnapshot, type BoardState, rankingOf, type ShownStanding } from "#domain/board";
import { usualScreen } from "#domain/screen";
import type { BoardMessage } from "./board-source.ts";
import type { LiveMessages } from "./live-source.ts";
import { watchSource } from "./watch-source.ts";

const standing = (guestId: string, score: number, version = 1): ShownStanding => ({
  guestId,
  displayName: guestId,
  score,
  rankKey: String(score).padStart(6, "0"),
  photoId: null,
  image: null,
  faces: 1,
  photos: 1,
  version,
});

const heard = (row: ShownStanding): BoardMessage => ({ kind: "standing", row });

/** A server that can be reached or not, whose subscriptions can be driven by hand. */
class FakeServer {
  rows: ShownStanding[] | null = [];
  title = "宴";
  eventVersion = 1;
  isDown = false;
  reads = 0;
  subscriptions: LiveMessages<BoardMessage>[] = [];
  ended = 0;

  read = async (): Promise<BoardSnapshot | null> => {
    this.reads += 1;
    // The rows of the moment when it was asked, told a little later.
    const { rows, isDown, title, eventVersion } = this;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (isDown) throw new Error("down");
    if (rows === null) return null;
    return {
      title,
      language: "ja",
      theme: "hall-dark",
      joinCode: "CDFGHJ",
      ...usualScreen,
      eventVersion,
      stage: { name: "ranking", step: null, version: 1 },
      totals: { guests: rows.length, photos: 0 },
      standings: rows,
      photos: [],
    };
  };

  subscribe = (to: LiveMessages<BoardMessage>) => {
    this.subscriptions.push(to);
    return () => {
      this.ended += 1;
    };
  };

  get subscription(): LiveMessages<BoardMessage> {
    const last = this.subscriptions.at(-1);
    if (last === undefined) throw new Error("nobody subscribed");
    return last;
  }
}

function watched(server: FakeServer) {
  const seen = { states: [] as BoardState[], unknown: 0, connected: [] as boolean[] };
  const stop = watchSource(server, {
    onBoard: (state) => seen.states.push(state),
    onUnknown: () => (seen.unknown += 1),
    onConnection: (isConnected) => seen.connected.push(isConnected),
  });
  const names = () => {
    const state = seen.states.at(-1);
    return state === undefined ? null : rankingOf(state).map((row) => row.guestId);
  };
  return { seen, stop, names };
}

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("watching a board", () => {
  let server: FakeServer;
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, "warn").mockImplementation(() => {});
    server = new FakeServer();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("subscribes before it reads, and reads again when the subscription is running", async () => {
    const order: string[] = [];
    const { subscribe, read } = server;
    const { names, stop } = watched(
      Object.assign(server, {
        subscribe: (to: LiveMessages<BoardMessage>) => (order.push("subscribe"), subscribe(to)),
        read: () => (order.push("read"), read()),
      }),
    );
    expect(order).toEqual(["subscribe", "read"]);
    // What is changed after the first question and before the ack is not lost.
    server.rows = [standing("a", 1)];
    server.subscription.onAck();
    await after(100);
    expect(names()).toEqual(["a"]);
    stop();
  });

  it("keeps messages that come before the first answer", async () => {
    const { names, stop } = watched(server);
    server.subscription.onMessage(heard(standing("b", 2)));
    expect(names()).toBeNull();
    await after(100);
    expect(names()).toEqual(["b"]);
    stop();
  });

  it("shows a message at once and a burst together", async () => {
    const { seen, names, stop } = watched(server);
    await after(100);
    const before = seen.states.length;
    for (let score = 1; score <= 50; score++)
      server.subscription.onMessage(heard(standing("b", score, score)));
    expect(names()).toEqual(["b"]);
    await after(150);
    expect(seen.states.at(-1)?.standings.get("b")?.row.score).toBe(50);
    expect(seen.states.length - before).toBe(2);
    stop();
  });

  it("B5: follows the stage, and no older answer or message leads back", async () => {
    const { seen, stop } = watched(server);
    const stage = () => seen.states.at(-1)?.stage?.name;
    const told = (name: string, version: number) =>
      server.subscription.onMessage({
        kind: "stage",
        stage: { name, step: null, version },
        eventVersion: 1,
      });
    told("wall", 2);
    await after(100);
    // The snapshot was still at the first one.
    expect(stage()).toBe("wall");
    told("frozen", 3);
    told("wall", 2);
    await after(150);
    expect(stage()).toBe("frozen");
    server.subscription.onAck();
    await after(100);
    expect(stage()).toBe("frozen");
    stop();
  });

  it("B5: asks at once for settings of which it hears, and soon again when the answer is older", async () => {
    const { seen, stop } = watched(server);
    server.subscription.onAck();
    await after(100);
    const title = () => seen.states.at(-1)?.head?.title;
    const { reads } = server;
    const hear = (eventVersion: number) =>
      server.subscription.onMessage({
        kind: "stage",
        stage: { name: "ranking", step: null, version: 1 },
        eventVersion,
      });
    hear(1);
    await after(200);
    expect(server.reads).toBe(reads);
    // The index of boards is a moment behind.
    hear(2);
    await after(200);
    expect(server.reads).toBe(reads + 1);
    Object.assign(server, { title: "二次会", eventVersion: 2 });
    await after(4_100);
    expect(title()).toBe("二次会");
    Object.assign(server, { title: "宴", eventVersion: 1 });
    server.subscription.onAck();
    await after(100);
    expect(title()).toBe("二次会");
    stop();
  });

  it("finds by the safety re-read what no message told", async () => {
    const { names, stop } = watched(server);
    server.subscription.onAck();
    await after(100);
    server.rows = [standing("lost", 3)];
    await after(29_000);
    expect(names()).toEqual([]);
    await after(32_000);
    expect(names()).toEqual(["lost"]);
    stop();
  });

  it("re-reads sooner after a message, for what may have been lost beside it", async () => {
    const { names, stop } = watched(server);
    server.subscription.onAck();
    await after(100);
    server.rows = [standing("lost", 3), standing("b", 2)];
    server.subscription.onMessage(heard(standing("b", 2)));
    await after(12_100);
    expect(names()).toEqual(["lost", "b"]);
    stop();
  });

  it("lives by reading while the connection is lost, keeps the last board meanwhile, and subscribes anew", async () => {
    server.rows = [standing("a", 1)];
    const { seen, names, stop } = watched(server);
    server.subscription.onAck();
    await after(100);
    expect(seen.connected).toEqual([true]);

    server.isDown = true;
    server.subscription.onConnection(false);
    await after(60_000);
    expect(seen.connected).toEqual([true, false]);
    expect(names()).toEqual(["a"]);
    expect(server.subscriptions).toHaveLength(1);

    server.isDown = false;
    server.rows = [standing("a", 1), standing("b", 2)];
    await after(10_100);
    expect(names()).toEqual(["b", "a"]);
    expect(server.subscriptions).toHaveLength(2);
    expect(server.ended).toBe(1);
    server.subscription.onAck();
    await after(100);
    expect(seen.connected).toEqual([true, false, true]);
    stop();
  });

  it("subscribes again after an error, later each time, and ends what was left of the old one", async () => {
    const { stop } = watched(server);
    const at: number[] = [];
    for (let errors = 0; errors < 4; errors++) {
      const { length } = server.subscriptions;
      const failedAt = Date.now();
      server.subscription.onError();
      // The sibling of a subscription fails too: it counts once.
      server.subscription.onError();
      while (server.subscriptions.length === length && Date.now() - failedAt < 60_000) await after(50);
      expect(server.subscriptions).toHaveLength(length + 1);
      at.push(Date.now() - failedAt);
    }
    expect(at[3]).toBeGreaterThan((at[0] ?? 0) * 2);
    expect(server.ended).toBe(4);
    stop();
  });

  it("tells that a board is unknown, asks on, and shows it once it is there", async () => {
    server.rows = null;
    const { seen, names, stop } = watched(server);
    await after(50);
    expect(seen.unknown).toBe(1);
    server.rows = [standing("a", 1)];
    await after(4_100);
    expect(names()).toEqual(["a"]);
    stop();
  });

  it("B2: brings nothing back that was withdrawn when a board is known again", async () => {
    server.rows = [standing("a", 1), standing("b", 2)];
    const { seen, names, stop } = watched(server);
    server.subscription.onAck();
    await after(100);
    server.subscription.onMessage(heard({ ...standing("b", 0, 2), score: null, rankKey: null }));
    server.rows = null;
    await after(15_000);
    expect(seen.unknown).toBeGreaterThan(0);
    server.rows = [standing("a", 1)];
    await after(5_000);
    server.subscription.onMessage(heard(standing("b", 2)));
    await after(200);
    expect(names()).toEqual(["a"]);
    stop();
  });

  it("reads at once when the page is seen again or the network is back", async () => {
    const { stop } = watched(server);
    server.subscription.onAck();
    await after(100);
    const { reads } = server;
    document.dispatchEvent(new Event("visibilitychange"));
    await after(30);
    globalThis.dispatchEvent(new Event("online"));
    await after(30);
    expect(server.reads).toBe(reads + 2);
    stop();
  });

  it("does nothing any more once it is stopped", async () => {
    const { seen, stop } = watched(server);
    stop();
    await after(120_000);
    expect(server.reads).toBe(1);
    expect(seen.states).toEqual([]);
    expect(server.ended).toBe(1);
  });
});
