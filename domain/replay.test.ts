import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhotoOnScreen, RankedStanding } from "./board.ts";
import { rank } from "./ranking.ts";
import { REPLAY_MS, REPLAY_STEPS, replayOf, replayStepAt } from "./replay.ts";
import { standingOf } from "./standing.ts";
import { type StandingRule, standingRules } from "./standing-rule.ts";

const START = 1_800_000_000_000;
const HOUR = 3_600_000;

const photo = (photoId: string, guestId: string, score: number, sentAt: number): PhotoOnScreen => ({
  photoId,
  guestId,
  displayName: guestId,
  image: `p/${photoId}`,
  width: 4,
  height: 3,
  score,
  faces: [],
  sentAt,
  version: 1,
});

const asPhotos = (photos: readonly PhotoOnScreen[], guestId: string) =>
  photos
    .filter((each) => each.guestId === guestId)
    .map(({ photoId, score, sentAt, image }) => ({
      photoId,
      score: score ?? 0,
      sentAt,
      image,
      state: "shown" as const,
    }));

/** The ranking as the board would tell it. */
function rankingBy(photos: readonly PhotoOnScreen[], rule: StandingRule, without: readonly string[] = []) {
  const guests = new Set(photos.map(({ guestId }) => guestId));
  return rank(
    [...guests].flatMap((guestId): Omit<RankedStanding, "place">[] => {
      const { score, rankKey, best } = standingOf(asPhotos(photos, guestId), { guestId }, rule);
      if (score === undefined || rankKey === undefined || without.includes(guestId)) return [];
      const [photoId = null, image = null] = [best?.photoId, best?.image];
      return [
        { guestId, displayName: guestId, score, rankKey, photoId, image, faces: 1, photos: 1, version: 1 },
      ];
    }),
  );
}

const anyEvening = fc.uniqueArray(
  fc.record({
    photoId: fc.string({ minLength: 1, maxLength: 3 }),
    guest: fc.integer({ min: 0, max: 14 }),
    score: fc.integer({ min: 0, max: 3_000 }).map((tenths) => tenths / 10),
    at: fc.integer({ min: 0, max: 4 * HOUR }),
  }),
  { selector: ({ photoId }) => photoId, minLength: 1, maxLength: 80 },
);
const photosOf = (evening: readonly { photoId: string; guest: number; score: number; at: number }[]) =>
  evening.map(({ photoId, guest, score, at }) => photo(photoId, `g${guest}`, score, START + at));
const anyRule = fc.constantFrom(...standingRules);

describe("G12: the replay of an evening", () => {
  it("ends with the present ranking, by every way of counting and in whatever order photos are known", () => {
    fc.assert(
      fc.property(anyEvening, anyRule, (evening, rule) => {
        const photos = photosOf(evening);
        const ranking = rankingBy(photos, rule);
        const startedAt = START + 5 * HOUR;
        const { frames } = replayOf({ photos, ranking, rule, startedAt });
        expect(frames.at(-1)?.rows).toEqual(ranking.slice(0, 10));
        expect(replayOf({ photos: photos.toReversed(), ranking, rule, startedAt }).frames).toEqual(frames);
      }),
    );
  });

  it("has nobody above what the own photos until then say, and time never goes back", () => {
    fc.assert(
      fc.property(anyEvening, anyRule, (evening, rule) => {
        const photos = photosOf(evening);
        const ranking = rankingBy(photos, rule);
        const { frames } = replayOf({ photos, ranking, rule, startedAt: START + 5 * HOUR });
        let before = { at: 0, sent: 0 };
        for (const { at, sent, rows } of frames) {
          expect(at).toBeGreaterThanOrEqual(before.at);
          expect(sent).toBeGreaterThanOrEqual(before.sent);
          before = { at, sent };
          const until = photos.filter(({ sentAt }) => sentAt <= at);
          for (const { guestId, score } of rows)
            expect(score).toBeLessThanOrEqual(
              standingOf(asPhotos(until, guestId), { guestId }, rule).score ?? -1,
            );
        }
      }),
      { numRuns: 30 },
    );
  });

  it("tells nobody without a place, and of nothing that was sent after it began", () => {
    const photos = [photo("a", "bride", 300, START), photo("b", "hanako", 90, START + 1)];
    const late = photo("c", "taro", 200, START + HOUR);
    const ranking = rankingBy([...photos, late], "best", ["bride"]);
    const { frames, photos: told } = replayOf({
      photos: [...photos, late],
      ranking,
      rule: "best",
      startedAt: START + 2,
    });
    expect(told.map(({ photoId }) => photoId)).toEqual(["a", "b"]);
    expect(new Set(frames.flatMap(({ rows }) => rows.map(({ guestId }) => guestId)))).toEqual(
      new Set(["hanako"]),
    );
  });

  it("shows whose photo led meanwhile, with that photo", () => {
    const photos = [
      photo("a", "hanako", 90, START),
      photo("b", "taro", 120, START + HOUR),
      photo("c", "hanako", 150, START + 2 * HOUR),
    ];
    const { frames } = replayOf({
      photos,
      ranking: rankingBy(photos, "best"),
      rule: "best",
      startedAt: START + 3 * HOUR,
    });
    const leaders = frames.map(({ rows: [first] }) => `${first?.guestId} ${first?.photoId} ${first?.score}`);
    expect([...new Set(leaders)]).toEqual(["hanako a 90", "taro b 120", "hanako c 150"]);
    expect(leaders.filter((leader) => leader === "taro b 120")).toHaveLength(REPLAY_STEPS / 2);
  });

  it("makes quiet hours short: half of the minute goes by the number of photos", () => {
    const busy = Array.from({ length: 99 }, (_, index) => photo(`a${index}`, "hanako", 1, START + index));
    const photos = [...busy, photo("b", "taro", 2, START + 9 * HOUR)];
    const { frames } = replayOf({ photos, ranking: [], rule: "best", startedAt: START + 10 * HOUR });
    expect(frames).toHaveLength(REPLAY_STEPS + 1);
    const half = frames[REPLAY_STEPS / 2];
    expect(half?.sent).toBe(99);
    expect(half?.at).toBeLessThan(START + HOUR);
    expect(frames.at(-1)).toMatchObject({ at: START + 9 * HOUR, sent: 100 });
  });

  it("is nothing where there are no photos, and stands where there is one", () => {
    expect(replayOf({ photos: [], ranking: [], rule: "best", startedAt: START }).frames).toEqual([]);
    const only = [photo("a", "hanako", 90, START)];
    const { frames } = replayOf({
      photos: only,
      ranking: rankingBy(only, "best"),
      rule: "best",
      startedAt: START,
    });
    expect(frames.every(({ at, rows }) => at === START && rows.length === 1)).toBe(true);
  });

  it("is ready at once for ten thousand photos", () => {
    const photos = Array.from({ length: 10_000 }, (_, index) =>
      photo(`p${index}`, `g${index % 100}`, (index * 37) % 3_000, START + index * 1_000),
    );
    const ranking = rankingBy(photos, "diminishing");
    const before = performance.now();
    const { frames } = replayOf({ photos, ranking, rule: "diminishing", startedAt: START + 10 * HOUR });
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(frames.at(-1)?.rows).toEqual(ranking.slice(0, 10));
  });
});

describe("G11: where a replay is", () => {
  it.each([
    [-300, 0],
    [0, 0],
    [499, 0],
    [500, 1],
    [REPLAY_MS - 1, REPLAY_STEPS - 1],
    [REPLAY_MS, undefined],
    [9 * HOUR, undefined],
  ])("after %i ms at step %s", (ms, step) => {
    expect(replayStepAt(START, START + ms)).toBe(step);
  });
});
