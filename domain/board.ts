import type { Box } from "./face.ts";
import type { Language } from "./language.ts";
import { rank } from "./ranking.ts";

/** A guest's row on the board as the public API tells it. `rankKey` null: not in the ranking (removed, hidden, banned). */
export interface ShownStanding {
  readonly guestId: string;
  readonly displayName: string;
  readonly score: number | null;
  readonly rankKey: string | null;
  readonly photoId: string | null;
  readonly image: string | null;
  readonly faces: number | null;
  readonly photos: number;
  readonly version: number;
}

/** A photo that the room may see. `image` null: withdrawn. Sizes in pixels, `sentAt` in ms since the epoch. */
export interface ShownPhoto {
  readonly photoId: string;
  readonly guestId: string;
  readonly displayName: string;
  readonly image: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly faces: readonly Box[];
  readonly sentAt: number;
  readonly version: number;
}

export interface Stage {
  readonly name: string;
  readonly step: number | null;
  readonly version: number;
}

export interface BoardHead {
  readonly title: string;
  readonly language: Language;
  readonly theme: string;
  readonly stage: Stage;
  readonly totals: { readonly guests: number; readonly photos: number };
}

/** What one read of the board gives: the top of the ranking and the latest photos. */
export interface BoardSnapshot extends BoardHead {
  readonly standings: readonly ShownStanding[];
  readonly photos: readonly ShownPhoto[];
}

interface Heard<T> {
  readonly row: T;
  /** When a message told it or a snapshot that holds it was asked for; ms of the screen's own clock. */
  readonly heardAt: number;
  /** B4: a later snapshot did not hold it. */
  readonly isMissing: boolean;
}

type Rows<T> = ReadonlyMap<string, Heard<T>>;

/** Everything the board knows. `head` is null until the first snapshot; `askedAt` is the time of the newest one. */
export interface BoardState {
  readonly head: BoardHead | null;
  readonly askedAt: number;
  readonly standings: Rows<ShownStanding>;
  readonly photos: Rows<ShownPhoto>;
}

export type RankedStanding = ShownStanding & {
  readonly rankKey: string;
  readonly score: number;
  readonly place: number;
};

/** A snapshot with so many photos is full: of older ones it does not speak. */
export const SNAPSHOT_PHOTOS = 50;
/** A snapshot may be read from an index a moment behind the messages. */
export const INDEX_LAG_MS = 5_000;
/** How long what is no longer shown is remembered, so that a late message revives nothing. */
export const MEMORY_MS = 600_000;
/** How many rows of a kind are remembered at most; beyond them the ones heard longest ago are forgotten. */
export const MEMORY_ROWS = 2_000;

export const emptyBoard: BoardState = {
  head: null,
  askedAt: Number.NEGATIVE_INFINITY,
  standings: new Map(),
  photos: new Map(),
};

/** B1, B2: takes messages about guests' standings, in the order of their arrival. */
export function hearStandings(
  state: BoardState,
  heard: readonly ShownStanding[],
  heardAt: number,
): BoardState {
  const standings = hear(state.standings, heard, (row) => row.guestId, heardAt);
  return standings === state.standings ? state : { ...state, standings };
}

/** B1, B2: takes messages about photos, in the order of their arrival. */
export function hearPhotos(state: BoardState, heard: readonly ShownPhoto[], heardAt: number): BoardState {
  const photos = hear(state.photos, heard, (row) => row.photoId, heardAt);
  return photos === state.photos ? state : { ...state, photos };
}

/** B3–B6: takes a snapshot that was asked for at `askedAt`, on the same clock as `heardAt`. */
export function readSnapshot(state: BoardState, snapshot: BoardSnapshot, askedAt: number): BoardState {
  if (askedAt < state.askedAt) return state;
  const { standings, photos, ...head } = snapshot;
  const known = state.head?.stage;
  const stage = known !== undefined && known.version > head.stage.version ? known : head.stage;
  const listed = new Map(standings.map((row) => [row.guestId, row]));
  const shown = new Map(photos.map((row) => [row.photoId, row]));
  const isFull = photos.length >= SNAPSHOT_PHOTOS;
  const oldest = isFull ? Math.min(...photos.map((row) => row.sentAt)) : Number.NEGATIVE_INFINITY;
  return {
    head: { ...head, stage },
    askedAt,
    // Whoever is below the hundredth place is not on the screen: nobody needs to know whether they still stand there.
    standings: merge(state.standings, listed, askedAt, () => false),
    photos: merge(state.photos, shown, askedAt, (row) => row.sentAt < oldest),
  };
}

/** The ranking as far as it is known, best first. B7: a withdrawn photo is not shown in a standing either. */
export function rankingOf(state: BoardState): readonly RankedStanding[] {
  const ranked = present(state.standings).flatMap((row) => {
    const { rankKey, score } = row;
    if (rankKey === null || score === null) return [];
    const isWithdrawn = row.photoId !== null && state.photos.get(row.photoId)?.row.image === null;
    return [{ ...row, rankKey, score, image: isWithdrawn ? null : row.image }];
  });
  return rank(ranked);
}

/** The shown photos that are known, newest first. */
export function photosOf(
  state: Pick<BoardState, "photos">,
): readonly (ShownPhoto & { readonly image: string })[] {
  return present(state.photos)
    .flatMap((row) => (row.image === null ? [] : [{ ...row, image: row.image }]))
    .toSorted((a, b) => b.sentAt - a.sentAt || (a.photoId < b.photoId ? 1 : -1));
}

/** B8: the totals of the last snapshot, or what has been heard since where that is more already. */
export function totalsOf(state: BoardState): BoardHead["totals"] {
  const { guests = 0, photos = 0 } = state.head?.totals ?? {};
  return {
    guests: Math.max(guests, rankingOf(state).length),
    photos: Math.max(photos, photosOf(state).length),
  };
}

function hear<T extends { readonly version: number }>(
  rows: Rows<T>,
  messages: readonly T[],
  idOf: (row: T) => string,
  heardAt: number,
): Rows<T> {
  const heard = new Map<string, Heard<T>>();
  for (const row of messages) {
    const known = heard.get(idOf(row)) ?? rows.get(idOf(row));
    if (known !== undefined && known.row.version >= row.version) continue;
    heard.set(idOf(row), { row, heardAt, isMissing: false });
  }
  return heard.size === 0 ? rows : new Map([...rows, ...heard]);
}

function merge<T extends { readonly version: number }>(
  rows: Rows<T>,
  listed: ReadonlyMap<string, T>,
  askedAt: number,
  isBeyond: (row: T) => boolean,
): Rows<T> {
  const merged = new Map<string, Heard<T>>();
  for (const [id, row] of listed) {
    const known = rows.get(id);
    const isKnownNewer = known !== undefined && known.row.version > row.version;
    merged.set(id, isKnownNewer ? known : { row, heardAt: askedAt, isMissing: false });
  }
  const others = [...rows].filter(([id, known]) => !listed.has(id) && known.heardAt >= askedAt - MEMORY_MS);
  for (const [id, known] of newestOf(others, MEMORY_ROWS - listed.size)) {
    const isMissing = known.isMissing || (known.heardAt < askedAt - INDEX_LAG_MS && !isBeyond(known.row));
    merged.set(id, { ...known, isMissing });
  }
  return merged;
}

function newestOf<T>(rows: readonly [string, Heard<T>][], limit: number): readonly [string, Heard<T>][] {
  if (rows.length <= limit) return rows;
  return rows.toSorted(([, a], [, b]) => b.heardAt - a.heardAt).slice(0, limit);
}

function present<T>(rows: Rows<T>): T[] {
  return [...rows.values()].flatMap((heard) => (heard.isMissing ? [] : [heard.row]));
}
