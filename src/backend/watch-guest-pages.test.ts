// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HostGuest, HostGuestPage } from "./host-guest.ts";
import type { LiveMessages } from "./live-source.ts";
import { watchGuestPages } from "./watch-guest-pages.ts";

const guest = (guestId: string): HostGuest => ({
  guestId,
  displayName: guestId,
  reading: null,
  language: "ja",
  isExcluded: false,
  bannedAt: null,
  heldName: null,
  isNamedByHost: false,
  hasLeft: false,
  score: null,
  photos: 0,
  decision: null,
  version: 1,
});

/** Three pages of one guest each; the one in the middle is empty. */
class FakePages {
  readonly asked: (string | null)[] = [];
  readonly messages: LiveMessages<HostGuest | null>[] = [];
  failures = 0;

  page = async (nextToken: string | null): Promise<HostGuestPage> => {
    this.asked.push(nextToken);
    if (this.failures > 0 && nextToken !== null) {
      this.failures -= 1;
      throw new Error("the network is gone");
    }
    if (nextToken === null) return { guests: [guest("a")], nextToken: "2" };
    return nextToken === "2" ? { guests: [], nextToken: "3" } : { guests: [guest("c")], nextToken: null };
  };

  subscribe = (to: LiveMessages<HostGuest | null>) => {
    this.messages.push(to);
    return () => {};
  };
}

function watched(failures = 0) {
  const source = new FakePages();
  source.failures = failures;
  const told: string[] = [];
  const stop = watchGuestPages(source, {
    onGuests: (guests) => told.push(...guests.map(({ guestId }) => guestId)),
    onWhole: () => told.push("whole"),
    onConnection: (isConnected) => told.push(isConnected ? "connected" : "cut off"),
  });
  return { source, told, stop };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("all guests of an event", () => {
  it("come page by page, an empty page is not the last", async () => {
    const { source, told, stop } = watched();
    await vi.advanceTimersByTimeAsync(100);
    expect(source.asked).toEqual([null, "2", "3"]);
    expect(told).toEqual(["a", "c", "whole"]);
    stop();
  });

  it("are read on where the network broke off, and from the beginning when that fails again and again", async () => {
    const { source, told, stop } = watched(4);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(source.asked.slice(0, 8)).toEqual([null, "2", "2", "2", "2", null, "2", "3"]);
    expect(told.filter((word) => word === "whole").length).toBeGreaterThan(0);
    stop();
  });

  it("are told when hosts decide, and messages of lost races tell nothing", async () => {
    const { source, told, stop } = watched();
    await vi.advanceTimersByTimeAsync(100);
    source.messages[0]?.onMessage(null);
    source.messages[0]?.onMessage(guest("b"));
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual(["a", "c", "whole", "b"]);
    stop();
  });

  it("are read again, but not at once after a reading", async () => {
    const { source, stop } = watched();
    await vi.advanceTimersByTimeAsync(100);
    source.messages[0]?.onAck();
    await vi.advanceTimersByTimeAsync(100);
    expect(source.asked).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(source.asked.length).toBeGreaterThanOrEqual(6);
    stop();
  });

  it("are told to nobody who has gone", async () => {
    const { told, stop } = watched();
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });
});
