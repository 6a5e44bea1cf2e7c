import { hear, merge, present, type Rows } from "./board-rows.ts";
import type { Box } from "./face.ts";
import type { Language } from "./language.ts";
import { rank } from "./ranking.ts";
import type { ScreenSettings } from "./screen.ts";
import type { StageRecord } from "./stage.ts";
import type { StandingRule } from "./standing-rule.ts";

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
  /** Missing or null: withdrawn, or not told. */
  readonly score?: number | null;
  readonly faces: readonly Box[];
  readonly sentAt: number;
  readonly version: number;
}

/** What the board shows, as `StageRecord`; a name that this screen does not know shows the ranking. */
export interface Stage extends Omit<StageRecord, "name" | "step"> {
  readonly name: string;
  readonly step: number | null;
  readonly version: number;
  /** How far the server's clock was ahead of this screen's when it told the stage, in ms. */
  readonly clockAheadMs?: number;
}

export interface BoardHead extends ScreenSettings {
  readonly title: string;
  readonly language: Language;
  readonly theme: string;
  /** With which guests join. */
  readonly joinCode: string;
  /** H1; missing: no. */
  readonly isRehearsal?: true;
  /** R2 */
  readonly standingRule?: StandingRule;
  /** Of the event's settings, totals apart. */
  readonly eventVersion: number;
  readonly totals: { readonly guests: number; readonly photos: number };
}

/** What one read of the board gives: the top of the ranking and the latest photos. */
export interface BoardSnapshot extends BoardHead {
  readonly stage: Stage;
  readonly standings: readonly ShownStanding[];
  readonly photos: readonly ShownPhoto[];
}

/** Everything the board knows. `head` is null until the first snapshot; `askedAt` is the time of the newest one. */
export interface BoardState {
  readonly head: BoardHead | null;
  /** Null until the first snapshot or message tells it. */
  readonly stage: Stage | null;
  readonly askedAt: number;
  readonly standings: Rows<ShownStanding>;
  readonly photos: Rows<ShownPhoto>;
}

/** A photo that is not withdrawn. */
export type PhotoOnScreen = ShownPhoto & { readonly image: string };

export type RankedStanding = ShownStanding & {
  readonly rankKey: string;
  readonly score: number;
  readonly place: number;
};

/** A snapshot with so many photos is full: of older ones it does not speak. */
export const SNAPSHOT_PHOTOS = 50;
export const emptyBoard: BoardState = {
  head: null,
  stage: null,
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

/** B5, B11: takes a message about the stage. */
export function hearStage(state: BoardState, heard: Stage): BoardState {
  const stage = laterStage(state.stage, heard);
  return stage === state.stage ? state : { ...state, stage };
}

/** B3–B6, B11: takes a snapshot that was asked for at `askedAt`, on the same clock as `heardAt`. */
export function readSnapshot(state: BoardState, snapshot: BoardSnapshot, askedAt: number): BoardState {
  if (askedAt < state.askedAt) return state;
  const { standings, photos, stage, ...head } = snapshot;
  const listed = new Map(standings.map((row) => [row.guestId, row]));
  const shown = new Map(photos.map((row) => [row.photoId, row]));
  const isFull = photos.length >= SNAPSHOT_PHOTOS;
  const oldest = isFull ? Math.min(...photos.map((row) => row.sentAt)) : Number.NEGATIVE_INFINITY;
  return {
    head: newerHead(state.head, head),
    stage: laterStage(state.stage, stage),
    askedAt,
    // Whoever is below the hundredth place is not on the screen: nobody needs to know whether they still stand there.
    standings: merge(state.standings, listed, askedAt, () => false),
    photos: merge(state.photos, shown, askedAt, (row) => row.sentAt <= oldest),
  };
}

/** The ranking as far as it is known, best first. B7: a withdrawn photo is not shown in a standing either. */
export function rankingOf(state: BoardState): readonly RankedStanding[] {
  const ranked = present(state.standings)
    .filter(isRanked)
    .map((row) => {
      const isWithdrawn = row.photoId !== null && state.photos.get(row.photoId)?.row.image === null;
      return isWithdrawn ? { ...row, image: null } : row;
    });
  return rank(ranked);
}

const isRanked = (row: ShownStanding): row is Omit<RankedStanding, "place"> =>
  row.rankKey !== null && row.score !== null;

/** The shown photos that are known, newest first. */
export function photosOf(state: Pick<BoardState, "photos">): readonly PhotoOnScreen[] {
  return present(state.photos).filter(isOnScreen).toSorted(newestFirst);
}

export const isOnScreen = (photo: ShownPhoto): photo is PhotoOnScreen => photo.image !== null;

export const newestFirst = (a: ShownPhoto, b: ShownPhoto): number =>
  b.sentAt - a.sentAt || (a.photoId < b.photoId ? 1 : -1);

/** B8: the totals of the last snapshot, or what has been heard since where that is more already. */
export function totalsOf(state: BoardState): BoardHead["totals"] {
  const { guests = 0, photos = 0 } = state.head?.totals ?? {};
  return {
    guests: Math.max(guests, present(state.standings).filter(isRanked).length),
    photos: Math.max(photos, present(state.photos).filter(isOnScreen).length),
  };
}

function newerHead(known: BoardHead | null, told: BoardHead): BoardHead {
  return known === null || known.eventVersion <= told.eventVersion ? told : { ...known, totals: told.totals };
}

/** B11: what comes late tells too early a clock; the telling that came quickest is right. */
function laterStage(known: Stage | null, told: Stage): Stage {
  if (known === null || told.version > known.version) return told;
  const { clockAheadMs = Number.NEGATIVE_INFINITY } = known;
  if (told.version < known.version || (told.clockAheadMs ?? clockAheadMs) <= clockAheadMs) return known;
  return { ...known, ...told };
}
