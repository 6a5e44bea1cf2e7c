// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HeardPhoto } from "#domain/known-photos";
import type { NumbersPhoto } from "#domain/numbers-photo";
import type { LiveMessages } from "./live-source.ts";
import { type NumbersPage, watchNumberPages } from "./watch-number-pages.ts";

const photo = (photoId: string, more: Partial<NumbersPhoto> = {}): NumbersPhoto => ({
  photoId,
  guestId: "g",
  displayName: "花子",
  sentAt: Number(photoId),
  state: "shown",
  score: 90,
  faceCount: 1,
  smiles: 1,
  missions: [],
  emotions: { HAPPY: 90 },
  version: 1,
  ...more,
});

/** An event whose photos are read two at a time, newest first. */
class FakeEvent {
  photos: NumbersPhoto[] = ["5", "4", "3", "2", "1"].map((photoId) => photo(photoId));
  readonly asked: string[] = [];
  failures = 0;
  messages: LiveMessages<HeardPhoto> | undefined;

  page = async (nextToken: string | null): Promise<NumbersPage> => {
    this.asked.push(nextToken ?? "newest");
    if (this.failures > 0 && nextToken !== null) {
      this.failures -= 1;
      throw new Error("the network is gone");
    }
    const from = Number(nextToken ?? 0);
    const next = from + 2;
    return {
      photos: this.photos.slice(from, next),
      nextToken: next < this.photos.length ? String(next) : null,
    };
  };
  subscribe = (to: LiveMessages<HeardPhoto>) => {
    this.messages = to;
    return () => {};
  };
  say(told: NumbersPhoto): void {
    this.messages?.onMessage(told);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

async function watched(failures = 0) {
  const event = new FakeEvent();
  event.failures = failures;
  let known: readonly NumbersPhoto[] = [];
  let wholes = 0;
  const stop = watchNumberPages(event, {
    onPhotos: (photos) => {
      known = photos;
    },
    onWhole: () => {
      wholes += 1;
    },
    onConnection: () => {},
  });
  await pass(0);
  event.messages?.onAck();
  await pass(10_000);
  event.asked.length = 0;
  return { event, stop, shown: () => ids(known), whole: () => wholes };
}
const ids = (photos: readonly NumbersPhoto[]): string =>
  photos
    .filter(({ state }) => state === "shown")
    .map(({ photoId }) => photoId)
    .toSorted()
    .join(" ");

it("reads all, and all again as soon as it hears what happens", async () => {
  const event = new FakeEvent();
  let wholes = 0;
  watchNumberPages(event, { onPhotos: () => {}, onWhole: () => (wholes += 1), onConnection: () => {} });
  await pass(0);
  expect([event.asked.join(" "), wholes]).toEqual(["newest 2 4", 1]);
  event.messages?.onAck();
  await pass(10_000);
  expect(wholes).toBe(2);
});

it("has a new photo after a look at the newest page, however many came together", async () => {
  const { event, shown } = await watched();
  for (const photoId of ["6", "7"]) {
    event.photos.unshift(photo(photoId));
    event.say(photo(photoId));
  }
  await pass(200);
  expect(shown()).toBe("1 2 3 4 5");
  await pass(1_000);
  expect([shown(), event.asked.join(" ")]).toEqual(["1 2 3 4 5 6 7", "newest"]);
});

it("takes a hidden photo out at once, without a question", async () => {
  const { event, shown } = await watched();
  event.say(photo("1", { state: "hidden", version: 2 }));
  await pass(200);
  expect([shown(), event.asked]).toEqual(["2 3 4 5", []]);
});

it("reads all again for a photo that was sent long ago and told late", async () => {
  const { event, shown } = await watched();
  event.photos.push(photo("0"));
  event.say(photo("0"));
  await pass(2_000);
  expect(shown()).toBe("1 2 3 4 5");
  await pass(20_000);
  expect(shown()).toBe("0 1 2 3 4 5");
});

it("loses what nobody told to be gone, with the next reading of all", async () => {
  const { event, shown } = await watched();
  event.photos = event.photos.filter(({ photoId }) => photoId !== "3");
  await pass(120_000);
  expect(shown()).toBe("1 2 4 5");
});

it("goes on reading where it failed", async () => {
  const event = new FakeEvent();
  event.failures = 2;
  watchNumberPages(event, { onPhotos: () => {}, onWhole: () => {}, onConnection: () => {} });
  await pass(5_000);
  expect(event.asked.slice(0, 5).join(" ")).toBe("newest 2 2 2 4");
});

it("says nothing after its end", async () => {
  const { event, stop, shown } = await watched();
  stop();
  event.say(photo("1", { state: "hidden", version: 2 }));
  await pass(120_000);
  expect([shown(), event.asked]).toEqual(["1 2 3 4 5", []]);
});
