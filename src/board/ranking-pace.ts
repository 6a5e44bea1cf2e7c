import type { RankedStanding } from "#domain/board";

/** How many places fit on the screen. */
export const PLACES = 10;
/** After the first reorder the next one waits so long, in ms: eyes must be able to follow. */
export const REORDER_MS = 2_000;
/** From so many places on a climb is called out. */
export const CLIMB = 3;

/** What the screen shows: the whole ranking as of then, and when its order last changed (ms). */
export interface Pace {
  readonly shown: readonly RankedStanding[];
  readonly movedAt: number;
}

export const unmoved: Pace = { shown: [], movedAt: Number.NEGATIVE_INFINITY };

/**
 * What the screen shows next. A changed order waits for its turn, a removal and anything that moves nobody does not.
 * `waitMs` is the time until the wanted ranking may be shown, 0 when it is shown already.
 */
export function nextPace(
  pace: Pace,
  wanted: readonly RankedStanding[],
  now: number,
): Pace & { waitMs: number } {
  const waitMs = pace.movedAt + REORDER_MS - now;
  if (isSameOrder(pace.shown, wanted)) return { shown: wanted, movedAt: pace.movedAt, waitMs: 0 };
  if (waitMs <= 0 || isSomeoneRemoved(pace.shown, wanted)) return { shown: wanted, movedAt: now, waitMs: 0 };
  return { shown: withoutWithdrawn(pace.shown, wanted), movedAt: pace.movedAt, waitMs };
}

/**
 * Who overtook how many others, from `CLIMB` on. Only who is still ranked can be overtaken: when somebody withdraws
 * nobody climbs, and a guest who was not ranked before did not climb either.
 */
export function climbsBetween(
  before: readonly RankedStanding[],
  after: readonly RankedStanding[],
): ReadonlyMap<string, number> {
  const was = new Map(before.map((row) => [row.guestId, row.place]));
  const climbs = after.slice(0, PLACES).flatMap((row): [string, number][] => {
    const from = was.get(row.guestId);
    if (from === undefined) return [];
    const overtaken = after.filter(
      (other) => other.place > row.place && (was.get(other.guestId) ?? from) < from,
    );
    return overtaken.length >= CLIMB ? [[row.guestId, overtaken.length]] : [];
  });
  return new Map(climbs);
}

/** The guest who has just taken the first place from another, if one has; who inherits it takes it from nobody. */
export function newLeader(
  before: readonly RankedStanding[],
  after: readonly RankedStanding[],
): string | null {
  const [was, is] = [before[0], after[0]];
  if (was === undefined || is === undefined || was.guestId === is.guestId) return null;
  return after.some((row) => row.guestId === was.guestId) ? is.guestId : null;
}

function isSameOrder(shown: readonly RankedStanding[], wanted: readonly RankedStanding[]): boolean {
  const order = (rows: readonly RankedStanding[]) => rows.slice(0, PLACES).map((row) => row.guestId);
  const before = order(shown);
  const after = order(wanted);
  return before.length === after.length && before.every((guestId, index) => guestId === after[index]);
}

function isSomeoneRemoved(shown: readonly RankedStanding[], wanted: readonly RankedStanding[]): boolean {
  const ranked = new Set(wanted.map((row) => row.guestId));
  return shown.slice(0, PLACES).some((row) => !ranked.has(row.guestId));
}

/** While a row waits it keeps its old score, but never a picture that was withdrawn. */
function withoutWithdrawn(shown: readonly RankedStanding[], wanted: readonly RankedStanding[]) {
  const pictures = new Map(wanted.map((row) => [row.guestId, row.image]));
  return shown.map((row) => (pictures.get(row.guestId) === null ? { ...row, image: null } : row));
}
