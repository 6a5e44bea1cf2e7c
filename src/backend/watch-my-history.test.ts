// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveMessages, LiveWatch } from "./live-source.ts";
import type { MyHistory } from "./my-history.ts";
import type { GuestSession } from "./session.ts";
import { watchMyHistory } from "./watch-my-history.ts";

const history: MyHistory = {
  eventTitle: "Party",
  language: "ja",
  displayName: "Hanako",
  score: null,
  place: null,
  bestPhotoId: null,
  isOffScreen: false,
  heldName: null,
  isNamedByHost: false,
  joinCode: "EGAO42",
  photos: [],
};
const refused = (errorType: string, message = "") => ({ errors: [{ errorType, message }] });

let watch: LiveWatch;
let told: string[];
let reads: string[];
let subscriptions: string[];
let to: LiveMessages<void> | undefined;
/** What the API answers next; without an entry the history. */
let faults: unknown[];
let idTokens: (string | undefined)[];
let starts: number;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockReturnValue();
  [told, reads, subscriptions, faults, idTokens, starts] = [[], [], [], [], ["id"], 0];
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The kept session has been used up before the test where `isKept` is false. */
function open(start: () => GuestSession = session): void {
  let kept: GuestSession | undefined;
  watch = watchMyHistory(
    {
      session: {
        login: {
          person: async () => "person",
          idToken: async () => idTokens.shift(),
          confirm: () => {},
        },
        shelf: {
          take: () => kept,
          latest: () => kept,
          put: (_who, _photo, put) => (kept = put),
          drop: () => (kept = undefined),
        },
        start: async () => start(),
      },
      photoId: null,
      read: async (token) => {
        reads.push(token);
        const fault = faults.shift();
        if (fault !== undefined) throw fault;
        return history;
      },
      subscribe: (token, messages) => {
        subscriptions.push(token);
        to = messages;
        return () => void subscriptions.push(`end ${token}`);
      },
    },
    {
      onHistory: () => told.push("history"),
      onTrouble: (isTrouble) => told.push(isTrouble ? "trouble" : "fine"),
      onEnd: (end) => told.push(end),
    },
  );
}

const session = (): GuestSession => {
  starts += 1;
  return { token: `guest:${starts}`, expiresAt: Infinity, guestId: "g1", eventTitle: "Party" };
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("the own history", () => {
  it("is read, then heard of by the session that was good for it", async () => {
    open();
    expect(subscriptions).toEqual([]);
    await pass(1);
    expect(told).toEqual(["fine", "history"]);
    expect(subscriptions).toEqual(["guest:1"]);
  });

  it("is read at once when something has changed", async () => {
    open();
    await pass(1);
    to?.onAck();
    await pass(1);
    expect(reads).toHaveLength(2);
    to?.onMessage();
    await pass(200);
    expect(reads).toHaveLength(3);
    expect(starts).toBe(1);
  });

  it("is asked for again by itself after a fault, which is told", async () => {
    open();
    await pass(1);
    told.length = 0;
    faults.push(new TypeError("Failed to fetch"));
    watch.read();
    await pass(1);
    expect(told).toEqual(["trouble"]);
    await pass(1_500);
    expect(told).toEqual(["trouble", "fine", "history"]);
  });

  it("goes on with a new session when the old one was taken back", async () => {
    open();
    await pass(1);
    faults.push(refused("Unauthorized"));
    idTokens = ["id"];
    watch.read();
    await pass(1);
    expect(reads).toEqual(["guest:1", "guest:1", "guest:2"]);
    expect(told.at(-1)).toBe("history");
    to?.onError();
    await pass(1_500);
    expect(subscriptions.at(-1)).toBe("guest:2");
  });
});

describe("is over, and asks nothing more,", () => {
  const cases: readonly (readonly [string, () => void, (() => GuestSession) | undefined])[] = [
    ["reopen", () => faults.push(refused("Unauthorized")), undefined],
    ["event-gone", () => faults.push(refused("EventGone")), undefined],
    [
      "nowhere",
      () => {},
      () => {
        throw refused("SessionRefused", "banned");
      },
    ],
  ];
  it.each(cases)("with %s", async (end, prepare, start) => {
    prepare();
    idTokens = ["id"];
    open(start);
    await pass(1);
    expect(told).toEqual(["fine", end]);
    const asked = reads.length;
    await pass(600_000);
    expect(reads).toHaveLength(asked);
    expect(subscriptions).toEqual([]);
    expect(told).toEqual(["fine", end]);
  });

  it("and the subscription ends with it", async () => {
    open();
    await pass(1);
    faults.push(refused("EventGone"));
    watch.read();
    await pass(1);
    expect(subscriptions).toEqual(["guest:1", "end guest:1"]);
  });
});
