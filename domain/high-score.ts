import { type BoardState, type ShownStanding, photosOf } from "./board.ts";
import { present } from "./board-rows.ts";

/** B9: what a screen remembers of the first place. */
export interface HighScores {
  /** Points of the photo that stands there. */
  readonly score: number;
  /** Photos that stood there once. */
  readonly led: ReadonlySet<string>;
}

/** B9: stages that nothing interrupts; on all others a new high score has its moment. */
const UNDISTURBED: readonly string[] = ["join", "frozen", "reveal", "replay", "thanks"];

/** B9: whether a stage leaves room for the moment of a new high score. */
export function hasRoomForHighScore(stage: string): boolean {
  return !UNDISTURBED.includes(stage);
}

/** B9: what the screen remembers next, and the photo that is a new high score now. `known` null: nothing was seen yet. */
export function nextHighScore(
  known: HighScores | null,
  state: BoardState,
): { readonly known: HighScores | null; readonly photoId: string | null } {
  const leader = leaderOf(state);
  if (leader === null) return { known, photoId: null };
  if (known === null) {
    return { known: { score: leader.score, led: new Set([leader.photoId]) }, photoId: null };
  }
  const photo = state.photos.get(leader.photoId);
  const score = photo?.row.score ?? null;
  // The standing may be told before its photo.
  if (photo === undefined || photo.isMissing || photo.row.image === null || score === null)
    return { known, photoId: null };
  const isNew = !known.led.has(leader.photoId);
  if (!isNew && score === known.score) return { known, photoId: null };
  const isHighest = score > known.score && !isReached(state, leader.photoId, score);
  return {
    known: { score, led: new Set([...known.led, leader.photoId]) },
    photoId: isNew && isHighest ? leader.photoId : null,
  };
}

interface Leader {
  readonly photoId: string;
  readonly score: number;
}

/** Without sorting: this is asked at every message. */
function leaderOf(state: BoardState): Leader | null {
  let best: ShownStanding | null = null;
  for (const row of present(state.standings)) {
    if (row.rankKey !== null && (best?.rankKey ?? "") < row.rankKey) best = row;
  }
  if (best === null || best.photoId === null || best.score === null) return null;
  return { photoId: best.photoId, score: best.score };
}

/** Whether another photo in the ranking has as many points. */
function isReached(state: BoardState, photoId: string, score: number): boolean {
  const ranked = new Set(present(state.standings).map((row) => (row.rankKey === null ? null : row.photoId)));
  return photosOf(state).some(
    (other) => other.photoId !== photoId && ranked.has(other.photoId) && (other.score ?? 0) >= score,
  );
}
