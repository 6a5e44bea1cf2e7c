import { describe, expect, it } from "vitest";
import {
  type BoardSnapshot,
  type BoardState,
  emptyBoard,
  hearPhotos,
  hearStandings,
  readSnapshot,
  type ShownPhoto,
  type ShownStanding,
} from "./board.ts";
import { usualScreen } from "./screen.ts";
import { hasRoomForHighScore, type HighScores, nextHighScore } from "./high-score.ts";

let version = 0;
const standing = (guestId: string, photoId: string, score: number | null, sum = score): ShownStanding => ({
  guestId,
  displayName: guestId,
  score: sum,
  rankKey: sum === null ? null : `${String(Math.round(sum * 10)).padStart(8, "0")}#${guestId}`,
  photoId,
  image: `p/${photoId}`,
  faces: 1,
  photos: 1,
  version: (version += 1),
});
const photo = (
  guestId: string,
  photoId: string,
  score: number,
  image: string | null = "p/x",
): ShownPhoto => ({
  photoId,
  guestId,
  displayName: guestId,
  image,
  width: 4,
  height: 3,
  score,
  faces: [],
  sentAt: version,
  version: (version += 1),
});
const snapshot = (
  standings: readonly ShownStanding[] = [],
  photos: readonly ShownPhoto[] = [],
): BoardSnapshot => ({
  title: "t",
  language: "ja",
  theme: "t",
  joinCode: "CDFGHJ",
  ...usualScreen,
  eventVersion: 1,
  stage: { name: "ranking", step: null, version: 1 },
  totals: { guests: standings.length, photos: photos.length },
  standings,
  photos,
});

/** A screen that hears one thing after the other; gives the photo told at each. */
function screenWith(first: BoardSnapshot) {
  let state: BoardState = readSnapshot(emptyBoard, first, 0);
  let known: HighScores | null = null;
  const look = () => {
    const next = nextHighScore(known, state);
    known = next.known;
    return next.photoId;
  };
  const opened = look();
  return {
    opened,
    hears: (...rows: readonly (ShownStanding | ShownPhoto)[]) =>
      rows.map((row) => {
        state = "sentAt" in row ? hearPhotos(state, [row], 1) : hearStandings(state, [row], 1);
        return look();
      }),
  };
}

const opened = () =>
  screenWith(
    snapshot(
      [standing("a", "a1", 300), standing("b", "b1", 250)],
      [photo("a", "a1", 300), photo("b", "b1", 250)],
    ),
  );

describe("B9: a new high score", () => {
  it("is told when a photo takes the first place, whichever message comes first", () => {
    expect(opened().hears(photo("b", "b2", 310), standing("b", "b2", 310))).toEqual([null, "b2"]);
    expect(opened().hears(standing("b", "b2", 310), photo("b", "b2", 310))).toEqual([null, "b2"]);
  });

  it("is told of the leader, too, who does still better", () => {
    expect(opened().hears(photo("a", "a2", 320), standing("a", "a2", 320))).toEqual([null, "a2"]);
  });

  it("is told once, however often it is said", () => {
    const screen = opened();
    screen.hears(photo("b", "b2", 310), standing("b", "b2", 310));
    expect(screen.hears(standing("b", "b2", 310), photo("b", "b2", 310))).toEqual([null, null]);
    // Hidden by a host and shown again.
    screen.hears(photo("b", "b2", 310, null), standing("b", "b1", 250));
    expect(screen.hears(photo("b", "b2", 310), standing("b", "b2", 310))).toEqual([null, null]);
  });

  it("is nothing that was there before, nor the first photo of all", () => {
    expect(opened().opened).toBeNull();
    const empty = screenWith(snapshot());
    expect(empty.hears(standing("a", "a1", 90), photo("a", "a1", 90))).toEqual([null, null]);
    expect(empty.hears(standing("b", "b1", 91), photo("b", "b1", 91))).toEqual([null, "b1"]);
  });

  it("knows the best photo also where the snapshot does not hold it any more", () => {
    const screen = screenWith(snapshot([standing("a", "old", 300)], [photo("a", "a1", 100)]));
    expect(screen.hears(photo("b", "b1", 250), standing("b", "b1", 250))).toEqual([null, null]);
    expect(screen.hears(photo("b", "b2", 301), standing("b", "b2", 301))).toEqual([null, "b2"]);
  });

  it("is not who inherits the first place, nor who shares it", () => {
    const screen = opened();
    expect(screen.hears(photo("a", "a1", 300, null), standing("a", "a1", null))).toEqual([null, null]);
    expect(screen.hears(photo("c", "c1", 250), standing("c", "c1", 250))).toEqual([null, null]);
    expect(screen.hears(photo("c", "c2", 260), standing("c", "c2", 260))).toEqual([null, "c2"]);
  });

  it("is no withdrawn photo, nor one whose guest has no place", () => {
    expect(opened().hears(photo("b", "b2", 310, null), standing("b", "b2", 310))).toEqual([null, null]);
    expect(opened().hears(photo("c", "c1", 400), standing("c", "c1", null))).toEqual([null, null]);
  });

  it("R2: needs more points than any other photo where several photos count together", () => {
    const screen = screenWith(
      snapshot(
        [standing("a", "a1", 300, 420), standing("b", "b1", 200, 400)],
        [photo("a", "a1", 300), photo("b", "b1", 200)],
      ),
    );
    screen.hears(photo("a", "a1", 300, null), standing("a", "a1", null), photo("a", "a2", 290));
    expect(screen.hears(standing("a", "a2", 290, 380), photo("b", "b2", 280))).toEqual([null, null]);
    expect(screen.hears(standing("b", "b2", 280, 480))).toEqual([null]);
    expect(screen.hears(photo("b", "b3", 295), standing("b", "b3", 295, 575))).toEqual([null, "b3"]);
  });

  it("has its moment on ranking, wall and round only", () => {
    const names = ["join", "ranking", "wall", "round", "frozen", "reveal", "thanks"];
    expect(names.filter((name) => hasRoomForHighScore(name))).toEqual(["ranking", "wall", "round"]);
  });
});
