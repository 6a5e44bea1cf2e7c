import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDEX_LAG_MS, MEMORY_MS, MEMORY_ROWS } from "./board-rows.ts";
import {
  type BoardSnapshot,
  type BoardState,
  type ShownPhoto,
  type ShownStanding,
  emptyBoard,
  hearPhotos,
  hearStage,
  hearStandings,
  photosOf,
  rankingOf,
  readSnapshot,
  SNAPSHOT_PHOTOS,
  totalsOf,
} from "./board.ts";
import { usualScreen } from "./screen.ts";

const standing = (guestId: string, version: number, score: number | null): ShownStanding => ({
  guestId,
  displayName: guestId,
  score,
  rankKey: score === null ? null : `${String(score).padStart(8, "0")}#${guestId}`,
  photoId: `photo-${guestId}`,
  image: `p/${guestId}-${version}`,
  faces: 1,
  photos: 1,
  version,
});

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

const snapshot = (
  standings: readonly ShownStanding[],
  photos: readonly ShownPhoto[] = [],
  stageVersion = 1,
): BoardSnapshot => ({
  title: "宴",
  language: "ja",
  theme: "hall-dark",
  joinCode: "CDFGHJ",
  ...usualScreen,
  eventVersion: 1,
  stage: { name: `stage-${stageVersion}`, step: null, version: stageVersion },
  totals: { guests: standings.length, photos: photos.length },
  standings,
  photos,
});

const onScreen = (state: BoardState) => rankingOf(state).map((row) => [row.guestId, row.score, row.version]);
const latest = (history: readonly ShownStanding[]) => new Map(history.map((row) => [row.guestId, row]));
const truth = (history: readonly ShownStanding[]) =>
  [...latest(history).values()]
    .filter((row) => row.rankKey !== null)
    .toSorted((a, b) => ((a.rankKey ?? "") < (b.rankKey ?? "") ? 1 : -1))
    .map((row) => [row.guestId, row.score, row.version]);
const read = (history: readonly ShownStanding[]) =>
  snapshot([...latest(history).values()].filter((row) => row.rankKey !== null));
const hearAll = (state: BoardState, messages: readonly ShownStanding[], heardAt: number) =>
  messages.reduce((now, message) => hearStandings(now, [message], heardAt), state);

/** What the server did: every step raises the version of one guest's row; a null score is a removal. */
const histories = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.option(fc.integer({ min: 0, max: 3 }))), {
    maxLength: 25,
  })
  .map((steps) => {
    const versions = new Map<string, number>();
    return steps.map(([guestId, score]) => {
      const version = (versions.get(guestId) ?? 0) + 1;
      versions.set(guestId, version);
      return standing(guestId, version, score);
    });
  });

/** The same messages in any order, some of them twice. */
const shaken = (messages: readonly ShownStanding[]) =>
  fc
    .subarray([...messages])
    .chain((twice) =>
      fc.shuffledSubarray([...messages, ...twice], { minLength: messages.length + twice.length }),
    );
/** Messages in any order, some twice, some lost. */
const torn = (messages: readonly ShownStanding[]) => fc.subarray([...messages]).chain((kept) => shaken(kept));

describe("the board's state", () => {
  it("B1: messages in any order and number end in the truth", () => {
    const cases = histories.chain((history) => fc.tuple(fc.constant(history), shaken(history)));
    fc.assert(
      fc.property(cases, ([history, messages]) => {
        expect(onScreen(hearAll(emptyBoard, messages, 0))).toEqual(truth(history));
      }),
    );
  });

  it("B2, B4: whatever was lost, a snapshot ends in the truth", () => {
    const cases = histories.chain((history) => fc.tuple(fc.constant(history), torn(history)));
    fc.assert(
      fc.property(cases, ([history, messages]) => {
        const heard = hearAll(emptyBoard, messages, 1_000);
        expect(onScreen(readSnapshot(heard, read(history), 1_001 + INDEX_LAG_MS))).toEqual(truth(history));
      }),
    );
  });

  it("B3: a snapshot read in the middle and the messages after it end in the truth", () => {
    const cases = histories.chain((history) =>
      fc.nat({ max: history.length }).chain((cut) => {
        const before = history.slice(0, cut);
        return fc.tuple(fc.constant(history), fc.constant(before), torn(before), shaken(history.slice(cut)));
      }),
    );
    fc.assert(
      fc.property(cases, ([history, before, early, late]) => {
        const asked = readSnapshot(hearAll(emptyBoard, early, 0), read(before), 1 + INDEX_LAG_MS);
        // Duplicates of what was heard before come once more with the rest.
        expect(onScreen(hearAll(asked, [...late, ...early], 2 + INDEX_LAG_MS))).toEqual(truth(history));
      }),
    );
  });

  it("B3: messages that overtake the snapshot's answer stay", () => {
    const early = hearStandings(emptyBoard, [standing("b", 2, 5)], 20);
    const state = readSnapshot(early, snapshot([standing("a", 1, 3), standing("b", 1, 1)]), 10);
    expect(onScreen(state)).toEqual([
      ["b", 5, 2],
      ["a", 3, 1],
    ]);
  });

  it("B2: a removal is not undone by an older message", () => {
    const removed = hearStandings(emptyBoard, [standing("a", 3, null)], 0);
    expect(onScreen(hearStandings(removed, [standing("a", 2, 9)], 1))).toEqual([]);
  });

  it("B2: nor by a snapshot read from an index that is behind", () => {
    const removed = hearStandings(emptyBoard, [standing("a", 3, null)], 0);
    expect(onScreen(readSnapshot(removed, snapshot([standing("a", 2, 9)]), 100_000))).toEqual([]);
  });

  it("B4: a row just heard survives a snapshot whose index is a moment behind, but not the next one", () => {
    const heard = hearStandings(emptyBoard, [standing("a", 1, 9)], 1_000);
    const behind = readSnapshot(heard, snapshot([]), 1_000 + INDEX_LAG_MS);
    expect(onScreen(behind)).toEqual([["a", 9, 1]]);
    expect(onScreen(readSnapshot(behind, snapshot([]), 1_001 + INDEX_LAG_MS))).toEqual([]);
  });

  it("B4: photos older than a full snapshot reaches stay, for they still wait for their time on the screen", () => {
    const newest = Array.from({ length: SNAPSHOT_PHOTOS }, (_, index) =>
      photo(`p${index}`, 1, "p/n", 1_000 + index),
    );
    const heard = hearPhotos(emptyBoard, [photo("old", 1, "p/old", 5), photo("gone", 1, "p/gone", 1_010)], 0);
    const ids = photosOf(readSnapshot(heard, snapshot([], newest), 100_000)).map((row) => row.photoId);
    expect(ids).toHaveLength(SNAPSHOT_PHOTOS + 1);
    expect(ids.at(-1)).toBe("old");
    expect(photosOf(readSnapshot(heard, snapshot([], newest.slice(1)), 100_000))).toHaveLength(
      SNAPSHOT_PHOTOS - 1,
    );
  });

  it("B4: heard while a slow question was under way, it is as new as that, though the answer holds it too", () => {
    const heard = hearStandings(emptyBoard, [standing("a", 1, 9)], 9_000);
    const slow = readSnapshot(heard, snapshot([standing("a", 1, 9)]), 1_000);
    expect(onScreen(readSnapshot(slow, snapshot([]), 10_000))).toEqual([["a", 9, 1]]);
  });

  it("B5: an answer to an older question changes nothing", () => {
    const state = readSnapshot(emptyBoard, snapshot([standing("a", 2, 2)]), 200);
    expect(readSnapshot(state, snapshot([standing("b", 1, 1)]), 100)).toBe(state);
  });

  it("B5: the stage only moves forward", () => {
    const state = readSnapshot(emptyBoard, snapshot([], [], 3), 0);
    expect(readSnapshot(state, snapshot([], [], 2), 1).stage?.name).toBe("stage-3");
    expect(readSnapshot(state, snapshot([], [], 4), 1).stage?.name).toBe("stage-4");
  });

  it("B5: messages about the stage and snapshots, in any order and number, end at the newest", () => {
    const stages = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 9 })), { minLength: 1 });
    fc.assert(
      fc.property(stages, (told) => {
        const state = told.reduce(
          (now, [isMessage, version], index) =>
            isMessage
              ? hearStage(now, { name: `stage-${version}`, step: null, version })
              : readSnapshot(now, snapshot([], [], version), index),
          emptyBoard,
        );
        expect(state.stage?.name).toBe(`stage-${Math.max(...told.map(([, version]) => version))}`);
      }),
    );
  });

  it("B5: a stage that is known changes nothing", () => {
    const state = hearStage(emptyBoard, { name: "wall", step: null, version: 2 });
    expect(hearStage(state, { name: "wall", step: null, version: 2 })).toBe(state);
    expect(hearStage(state, { name: "join", step: null, version: 1 })).toBe(state);
  });

  it("B4: nor does a full snapshot speak of those that were sent in the same moment as its oldest", () => {
    const newest = Array.from({ length: SNAPSHOT_PHOTOS }, (_, index) => photo(`p${index}`, 1, "p/n", 1_000));
    const heard = hearPhotos(emptyBoard, [photo("same", 1, "p/same", 1_000)], 0);
    const ids = photosOf(readSnapshot(heard, snapshot([], newest), 100_000)).map((row) => row.photoId);
    expect(ids).toContain("same");
  });

  it("B11: of the server's clocks that a stage was told with the latest counts", () => {
    const told = (version: number, clockAheadMs: number) => ({
      name: "round",
      step: null,
      version,
      clockAheadMs,
    });
    const late = hearStage(emptyBoard, told(2, -12_000));
    const read = readSnapshot(late, { ...snapshot([]), stage: told(2, 90) }, 1);
    expect(read.stage).toEqual(told(2, 90));
    expect(hearStage(read, told(2, -5_000))).toBe(read);
    expect(hearStage(read, told(1, 99))).toBe(read);
    expect(hearStage(read, told(3, -7_000)).stage).toEqual(told(3, -7_000));
  });

  it("B6: what is gone is remembered for a while and then forgotten", () => {
    const removed = hearStandings(emptyBoard, [standing("a", 3, null)], 0);
    expect(readSnapshot(removed, snapshot([]), MEMORY_MS).standings.size).toBe(1);
    expect(readSnapshot(removed, snapshot([]), MEMORY_MS + 1).standings.size).toBe(0);
  });

  it("B6: nor does it fill the memory of a long evening", () => {
    const many = Array.from({ length: MEMORY_ROWS + 500 }, (_, index) => standing(`g${index}`, 1, index));
    const heard = many.reduce((state, row, index) => hearStandings(state, [row], index), emptyBoard);
    const state = readSnapshot(heard, snapshot(many.slice(-3)), MEMORY_ROWS + 500);
    expect(state.standings.size).toBe(MEMORY_ROWS);
    expect(state.standings.has("g0")).toBe(false);
    expect(rankingOf(state)[0]?.guestId).toBe(many.at(-1)?.guestId);
  });

  it("B7: a withdrawn photo leaves the wall and its guest's row at once", () => {
    const state = readSnapshot(
      emptyBoard,
      snapshot([standing("a", 1, 9)], [photo("photo-a", 1, "p/a", 5), photo("other", 1, "p/o", 7)]),
      0,
    );
    expect(photosOf(state).map((shown) => shown.photoId)).toEqual(["other", "photo-a"]);
    const withdrawn = hearPhotos(state, [photo("photo-a", 2, null, 5)], 1);
    expect(photosOf(withdrawn).map((shown) => shown.photoId)).toEqual(["other"]);
    expect(rankingOf(withdrawn)[0]).toMatchObject({ guestId: "a", score: 9, image: null });
    expect(hearPhotos(withdrawn, [photo("photo-a", 1, "p/a", 5)], 2)).toBe(withdrawn);
  });

  it("B8: the totals are never less than what the screen shows", () => {
    const state = readSnapshot(emptyBoard, { ...snapshot([]), totals: { guests: 1, photos: 9 } }, 0);
    expect(totalsOf(state)).toEqual({ guests: 1, photos: 9 });
    const heard = hearStandings(state, [standing("a", 1, 1), standing("b", 1, 2)], 1);
    expect(totalsOf(heard)).toEqual({ guests: 2, photos: 9 });
    expect(totalsOf(hearPhotos(emptyBoard, [photo("p", 1, "p/1")], 1))).toEqual({ guests: 0, photos: 1 });
  });

  it("a duplicate leaves the very same state", () => {
    const state = hearStandings(emptyBoard, [standing("a", 1, 1)], 0);
    expect(hearStandings(state, [standing("a", 1, 1)], 9)).toBe(state);
  });

  it("names that look like object members are ordinary guests", () => {
    const state = hearAll(emptyBoard, [standing("__proto__", 1, 1), standing("constructor", 1, 2)], 0);
    expect(rankingOf(state).map((row) => row.guestId)).toEqual(["constructor", "__proto__"]);
  });
});
