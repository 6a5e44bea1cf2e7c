import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostPhoto } from "../../backend/host-photo.ts";
import {
  emptyList,
  forgetPhoto,
  hearPhotos,
  INDEX_LAG_MS,
  isInTab,
  type PhotoList,
  photosOf,
  readPage,
  type Tab,
  tabs,
} from "./photo-list.ts";
import { hostPhoto } from "./test-photos.ts";

const NOW = 1_000_000;
const ids = (list: PhotoList, tab: Tab) => photosOf(list, tab).map(({ photoId }) => photoId);
const page = (
  tab: Tab,
  photos: readonly HostPhoto[],
  change: { after?: number; nextToken?: string; askedAt?: number } = {},
) => ({ tab, after: null, nextToken: null, askedAt: NOW, photos, ...change });

/** All tabs read while there was nothing. */
const readList = tabs.reduce((list, tab) => readPage(list, page(tab, [], { askedAt: 0 })), emptyList);

/** Several photos, each with a history of versions; the same version always says the same. */
const histories = fc
  .array(
    fc.record({
      sentAt: fc.integer({ min: 1, max: 6 }),
      states: fc.array(fc.constantFrom("pending", "shown", "hidden", "removed"), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
    { maxLength: 8 },
  )
  .map((photos) =>
    photos.map(({ sentAt, states }, index) =>
      states.map((state, at) => hostPhoto(`p${index}`, { sentAt, state, version: at + 1 })),
    ),
  );
const inAnyOrder = histories.chain((all) => {
  const messages = all.flat();
  return fc.record({
    all: fc.constant(all),
    // Each message at least once, in any order, some repeated.
    heard: fc
      .tuple(fc.shuffledSubarray(messages, { minLength: messages.length }), fc.subarray(messages))
      .map(([once, again]) => [...once, ...again]),
  });
});

const truth = (all: readonly (readonly HostPhoto[])[], tab: Tab) =>
  all
    .flatMap((versions) => versions.at(-1) ?? [])
    .filter(({ state }) => state !== "removed" && (tab === "all" || state === tab))
    .toSorted((a, b) => b.sentAt - a.sentAt || (a.photoId < b.photoId ? 1 : -1))
    .map(({ photoId }) => photoId);

describe("messages", () => {
  it("end in the truth, in any order, one by one or together", () => {
    fc.assert(
      fc.property(inAnyOrder, ({ all, heard }) => {
        const together = hearPhotos(readList, heard, NOW);
        const single = heard.reduce((list, message) => hearPhotos(list, [message], NOW), readList);
        for (const tab of tabs) {
          expect(ids(together, tab)).toEqual(truth(all, tab));
          expect(ids(single, tab)).toEqual(truth(all, tab));
        }
      }),
    );
  });

  it("leave nothing of a removed photo, whatever older comes later", () => {
    const removed = hearPhotos(readList, [hostPhoto("a", { state: "removed", version: 3 })], NOW);
    const late = hearPhotos(removed, [hostPhoto("a", { state: "pending", version: 2 })], NOW + 1);
    expect(ids(late, "all")).toEqual([]);
    const read = readPage(late, page("pending", [hostPhoto("a", { state: "pending", version: 2 })]));
    expect(ids(read, "pending")).toEqual([]);
  });

  it("change nothing with an equal or lower version", () => {
    const list = hearPhotos(readList, [hostPhoto("a", { version: 2 })], NOW);
    expect(hearPhotos(list, [hostPhoto("a", { state: "hidden", version: 2 })], NOW)).toBe(list);
  });
});

describe("pages", () => {
  it("and messages end in the truth, whichever page is read last", () => {
    fc.assert(
      fc.property(inAnyOrder, fc.constantFrom(...tabs), fc.nat(40), ({ all, heard }, tab, cut) => {
        // Some messages, then a page asked for long after them, then the rest comes late.
        const before = hearPhotos(readList, heard.slice(0, cut), NOW - INDEX_LAG_MS - 1);
        const now = all.flatMap((versions) => versions.at(-1) ?? []);
        const held = now.filter(({ state }) => state !== "removed" && (tab === "all" || state === tab));
        const read = readPage(before, page(tab, held));
        expect(ids(read, tab)).toEqual(truth(all, tab));
        const after = hearPhotos(read, heard.slice(cut), NOW + 1);
        for (const each of tabs)
          expect(ids(after, each).filter((id) => !truth(all, each).includes(id))).toEqual([]);
        expect(ids(after, tab)).toEqual(truth(all, tab));
      }),
    );
  });

  const a = hostPhoto("a", { sentAt: 30 });
  const b = hostPhoto("b", { sentAt: 20 });
  const c = hostPhoto("c", { sentAt: 10 });

  it("tell nothing of what lies beyond what was read", () => {
    const heard = hearPhotos(readPage(emptyList, page("pending", [a, b], { nextToken: "n" })), [c], NOW);
    expect(ids(heard, "pending")).toEqual(["a", "b"]);
    expect(ids(heard, "all")).toEqual([]);
    const next = readPage(heard, page("pending", [c], { after: 20 }));
    expect(ids(next, "pending")).toEqual(["a", "b", "c"]);
    expect(next.reached.pending).toEqual({ oldest: Number.NEGATIVE_INFINITY, nextToken: null });
  });

  it("take out what they should hold and do not, unless it was heard just before", () => {
    const early = hearPhotos(readList, [a, b, c], NOW - INDEX_LAG_MS - 1);
    expect(ids(readPage(early, page("pending", [a, c])), "pending")).toEqual(["a", "c"]);
    const late = hearPhotos(readList, [a, b, c], NOW - INDEX_LAG_MS + 1);
    expect(ids(readPage(late, page("pending", [a, c])), "pending")).toEqual(["a", "b", "c"]);
  });

  it("say nothing of photos outside of their stretch, nor of those at its very edge", () => {
    const heard = hearPhotos(readList, [a, b, c, hostPhoto("b2", { sentAt: 20 })], 0);
    const first = readPage(heard, page("pending", [a, b], { nextToken: "n" }));
    expect(ids(first, "pending")).toEqual(["a", "b2", "b", "c"]);
    const second = readPage(heard, page("pending", [c], { after: 20 }));
    expect(ids(second, "pending")).toEqual(["a", "b2", "b", "c"]);
  });

  it("say nothing of photos of another state", () => {
    const heard = hearPhotos(readList, [a, hostPhoto("s", { state: "shown", sentAt: 20 })], 0);
    expect(ids(readPage(heard, page("pending", [a])), "all")).toEqual(["a", "s"]);
  });

  it("bring back what was missing when it is read again in the same version", () => {
    const gone = readPage(hearPhotos(readList, [a], 0), page("pending", []));
    expect(isInTab(gone, "pending", "a")).toBe(false);
    expect(ids(readPage(gone, page("pending", [a])), "pending")).toEqual(["a"]);
  });

  it("keep what lies behind a first page that is read anew", () => {
    const whole = readPage(
      readPage(emptyList, page("pending", [a, b], { nextToken: "n" })),
      page("pending", [c], { after: 20 }),
    );
    const anew = readPage(whole, page("pending", [a, b], { nextToken: "n" }));
    expect(ids(anew, "pending")).toEqual(["a", "b", "c"]);
    expect(anew.reached).toEqual(whole.reached);
  });
});

it("forgets a photo that the API no longer has", () => {
  const list = hearPhotos(readList, [hostPhoto("a", {})], NOW);
  expect(ids(forgetPhoto(list, "a"), "pending")).toEqual([]);
  expect(forgetPhoto(list, "unknown")).toBe(list);
});
