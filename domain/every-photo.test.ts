import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyBoard, hearPhotos, newestFirst, type ShownPhoto } from "./board.ts";
import { INDEX_LAG_MS, MEMORY_MS } from "./board-rows.ts";
import { EveryPhoto, everyPhotoOf, inOrder, type ListedPhotos, noneListed } from "./every-photo.ts";

const photo = (photoId: string, version: number, image: string | null, sentAt = 0): ShownPhoto => ({
  photoId,
  guestId: "a",
  displayName: "a",
  image,
  width: 4,
  height: 3,
  faces: [],
  sentAt,
  version,
});
const ASKED_AT = 1_000_000;
const heard = (photos: readonly ShownPhoto[], heardAt = ASKED_AT) => ({
  ...hearPhotos(emptyBoard, photos, heardAt),
  askedAt: ASKED_AT,
});
const listed = (photos: readonly ShownPhoto[], change: Partial<ListedPhotos> = {}): ListedPhotos => ({
  photos: new Map(photos.map((row) => [row.photoId, row])),
  askedAt: ASKED_AT,
  isWhole: true,
  ...change,
});
const ids = (...told: Parameters<typeof everyPhotoOf>) => everyPhotoOf(...told).map((row) => row.photoId);

describe("B10: every photo", () => {
  it("is what was heard and what the pages told, newest first", () => {
    const board = heard([photo("b", 1, "p/b", 20)]);
    expect(ids(board, listed([photo("a", 1, "p/a", 10), photo("c", 1, "p/c", 30)]))).toEqual(["c", "b", "a"]);
    expect(ids(board, noneListed)).toEqual(["b"]);
  });

  it("is never one that was heard to be withdrawn after its page was read", () => {
    expect(ids(heard([photo("a", 2, null)]), listed([photo("a", 1, "p/a")]))).toEqual([]);
  });

  it("is one that a page tells to be shown again, also where its message was lost", () => {
    expect(ids(heard([photo("a", 2, null)]), listed([photo("a", 3, "p/a")]))).toEqual(["a"]);
  });

  it("is told as it is now", () => {
    const renamed = { ...photo("a", 2, "p/a"), displayName: "b" };
    expect(everyPhotoOf(heard([photo("a", 1, "p/a")]), listed([renamed]))).toEqual([renamed]);
    expect(everyPhotoOf(heard([renamed]), listed([photo("a", 1, "p/a")]))).toEqual([renamed]);
  });

  it("is not one whose withdrawal was lost, once all pages are read", () => {
    const board = heard([photo("a", 1, "p/a")], ASKED_AT - INDEX_LAG_MS - 1);
    expect(ids(board, listed([], { isWhole: false }))).toEqual(["a"]);
    expect(ids(board, listed([]))).toEqual([]);
    // Heard a moment ago: the index may be behind.
    expect(ids(heard([photo("a", 1, "p/a")], ASKED_AT - INDEX_LAG_MS), listed([]))).toEqual(["a"]);
  });

  it("is the same one by one as all in order, whatever was heard and read", () => {
    const told = fc.record({ id: fc.nat(9), version: fc.nat(3), sentAt: fc.nat(5), isShown: fc.boolean() });
    const rows = fc
      .array(told)
      .map((all) =>
        all.map(({ id, version, sentAt, isShown }) => photo(`p${id}`, version, isShown ? "p" : null, sentAt)),
      );
    fc.assert(
      fc.property(rows, rows, fc.boolean(), fc.nat(2 * INDEX_LAG_MS), (messages, pages, isWhole, ago) => {
        const board = heard(messages, ASKED_AT - ago);
        const read = listed(pages, { isWhole });
        const every = new EveryPhoto(board, read, inOrder(read));
        const all = [...every.values()];
        expect(all).toEqual(all.toSorted(newestFirst));
        expect([...every.keys()]).toEqual(all.map((row) => row.photoId));
        const ids = new Set([...messages, ...pages].map((row) => row.photoId));
        const present = [...ids].flatMap((photoId) => every.get(photoId) ?? []);
        expect(new Set(present)).toEqual(new Set(all));
        expect(all).toHaveLength(present.length);
      }),
    );
  });

  it("is nothing that only pages tell which are older than the memory of withdrawals", () => {
    const old = (askedAt: number) => listed([photo("a", 1, "p/a")], { askedAt });
    expect(ids(heard([]), old(ASKED_AT - MEMORY_MS))).toEqual(["a"]);
    expect(ids(heard([photo("b", 1, "p/b")]), old(ASKED_AT - MEMORY_MS - 1))).toEqual(["b"]);
  });
});
