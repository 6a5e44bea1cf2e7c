import { describe, expect, it } from "vitest";
import { emptyBoard, hearPhotos, type ShownPhoto } from "./board.ts";
import { INDEX_LAG_MS, MEMORY_MS } from "./board-rows.ts";
import { everyPhotoOf, type ListedPhotos, noneListed } from "./every-photo.ts";

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

  it("is nothing that only pages tell which are older than the memory of withdrawals", () => {
    const old = (askedAt: number) => listed([photo("a", 1, "p/a")], { askedAt });
    expect(ids(heard([]), old(ASKED_AT - MEMORY_MS))).toEqual(["a"]);
    expect(ids(heard([photo("b", 1, "p/b")]), old(ASKED_AT - MEMORY_MS - 1))).toEqual(["b"]);
  });
});
