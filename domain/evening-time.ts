/** V2: even pieces of an evening, beginning on round figures of the hall's clock. */
export interface EveningTime {
  /** Milliseconds since the epoch; the first piece's beginning. */
  readonly beginsAt: number;
  readonly pieceMs: number;
  readonly pieces: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const pieceMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440] as const;
/** V2: more would be told on no screen. */
export const MOST_PIECES = 60;

/**
 * V2: the pieces between two times, both within. `zoneMs`: by how much the hall's clock is ahead of the epoch's; times in
 * milliseconds since the epoch.
 */
export function eveningTime(firstAt: number, lastAt: number, zoneMs: number): EveningTime {
  for (const minutes of pieceMinutes) {
    const time = cut(firstAt, lastAt, minutes * MINUTE_MS, zoneMs);
    if (time.pieces <= MOST_PIECES) return time;
  }
  const days = Math.ceil((lastAt - firstAt) / DAY_MS / (MOST_PIECES - 1));
  return cut(firstAt, lastAt, days * DAY_MS, zoneMs);
}

/** The piece that a time within the evening belongs to, counted from 0. */
export function pieceOf({ beginsAt, pieceMs }: EveningTime, at: number): number {
  return Math.floor((at - beginsAt) / pieceMs);
}

function cut(firstAt: number, lastAt: number, pieceMs: number, zoneMs: number): EveningTime {
  const beginsAt = Math.floor((firstAt + zoneMs) / pieceMs) * pieceMs - zoneMs;
  return { beginsAt, pieceMs, pieces: Math.floor((lastAt - beginsAt) / pieceMs) + 1 };
}
