import {
  type BoardSnapshot,
  type BoardState,
  photosOf,
  rankingOf,
  type ShownPhoto,
  type ShownStanding,
  SNAPSHOT_PHOTOS,
  type Stage,
  totalsOf,
} from "#domain/board";
import { INDEX_LAG_MS } from "#domain/board-rows";
import { everyPhotoOf, type ListedPhotos } from "#domain/every-photo";
import { type HighScores, nextHighScore } from "#domain/high-score";
import type { EveningServer } from "./evening-server.ts";
import type { Overhearing } from "./torn-network.ts";

interface Telling {
  readonly version: number;
  readonly at: number;
}

/** Messages wait so long at most before the screen takes them. */
const FLUSH_MS = 101;

/** Looks at a screen all the time and knows what it was told: what it complains about must never be seen in a hall. */
export class ScreenJudge implements Overhearing {
  readonly complaints: string[] = [];
  readonly #server: EveningServer;
  /** Guests, photos and the stage by their ids. */
  readonly #told = new Map<string, Telling[]>();
  readonly #spotlights = new Set<string>();
  #snapshot: { readonly askedAt: number; readonly ids: ReadonlySet<string>; readonly oldest: number } | null =
    null;
  #stageSeen = 0;
  #headSeen = 0;
  /** Guests and photos that stand there, by their ids, with their versions; and those that left, with when that was. */
  #standing: ReadonlyMap<string, number> = new Map();
  readonly #left = new Map<string, Telling>();
  #high: HighScores | null = null;

  constructor(server: EveningServer) {
    this.#server = server;
  }

  readonly onStanding = ({ guestId, version }: ShownStanding) => this.#note(guestId, version, Date.now());
  readonly onPhoto = ({ photoId, version }: ShownPhoto) => this.#note(photoId, version, Date.now());
  readonly onStage = ({ version }: Stage) => this.#note("stage", version, Date.now());
  readonly onPage = (photos: readonly ShownPhoto[]) => {
    for (const { photoId, version } of photos) this.#note(`listed ${photoId}`, version, Date.now());
  };

  readonly onSnapshot = ({ standings, photos, stage }: BoardSnapshot, askedAt: number) => {
    for (const { guestId, version } of standings) this.#note(guestId, version, askedAt);
    for (const { photoId, version } of photos) this.#note(photoId, version, askedAt);
    this.#note("stage", stage.version, askedAt);
    const ids = new Set([
      ...standings.map(({ guestId }) => guestId),
      ...photos.map(({ photoId }) => photoId),
    ]);
    const isFull = photos.length >= SNAPSHOT_PHOTOS;
    const oldest = isFull ? Math.min(...photos.map(({ sentAt }) => sentAt)) : Number.NEGATIVE_INFINITY;
    this.#snapshot = { askedAt, ids, oldest };
  };

  /** The screen shows nothing any more: settings begin anew. */
  onUnknown(): void {
    this.#headSeen = 0;
  }

  look(state: BoardState, listed: ListedPhotos): void {
    this.#lookAtStage(state);
    this.#lookAtRanking(state);
    const photos = photosOf(state);
    const every = everyPhotoOf(state, listed);
    this.#onlyOnce(photos.map(({ photoId }) => photoId));
    this.#onlyOnce(every.map(({ photoId }) => photoId));
    for (const photo of every) this.#lookAtPhoto(photo);
    for (const photo of photos) {
      this.#lookAtPhoto(photo);
      if (photo.sentAt > (this.#snapshot?.oldest ?? 0)) this.#isHeld(photo.photoId);
    }
    this.#lookAtChanges(
      new Map([
        ...rankingOf(state).map(({ guestId, version }) => [guestId, version] as const),
        ...photos.map(({ photoId, version }) => [photoId, version] as const),
      ]),
    );
    this.#lookAtHead(state);
    this.#lookAtSpotlight(state);
  }

  /** B2: what left comes back only when it was told again. B3, B4: what was just told stays. */
  #lookAtChanges(standing: ReadonlyMap<string, number>): void {
    for (const [id, version] of standing) {
      const left = this.#left.get(id);
      if (left === undefined) continue;
      const isToldSince = (this.#told.get(id) ?? []).some(({ at }) => at >= left.at - FLUSH_MS);
      if (version <= left.version && !isToldSince) this.#complain(`${id} came back`);
      this.#left.delete(id);
    }
    for (const [id, version] of this.#standing) {
      if (!standing.has(id)) this.#left.set(id, { version, at: Date.now() });
    }
    for (const id of this.#told.keys()) {
      if (!standing.has(id) && this.#isSure(id)) this.#complain(`${id} is missing`);
    }
    this.#standing = standing;
  }

  /** Whether it was told so late, as it still is, that no snapshot may take it away. */
  #isSure(id: string): boolean {
    const truth = this.#server.guests.now(id) ?? this.#server.photos.now(id);
    if (truth === undefined || truth.version !== this.#newest(id)) return false;
    const isThere = "state" in truth ? truth.state === "shown" : truth.rankKey !== undefined;
    const toldAt = this.#told.get(id)?.find(({ version }) => version === truth.version)?.at ?? 0;
    return isThere && toldAt > (this.#snapshot?.askedAt ?? 0) - INDEX_LAG_MS;
  }

  #lookAtStage({ stage }: BoardState): void {
    if (stage === null) return;
    const truth = this.#server.stages.version("stage", stage.version);
    const isTrue = truth?.name === stage.name && (truth.step ?? null) === stage.step;
    const isWhole = truth?.takesUntil === stage.takesUntil && sameIds(truth?.result, stage.result);
    if (!isTrue || !isWhole || !sameIds(truth?.skipped, stage.skipped))
      this.#complain("a stage that never was");
    if (stage.version < this.#stageSeen) this.#complain(`the stage went back to ${stage.version}`);
    if (stage.version < this.#newest("stage")) this.#complain(`the stage stays at ${stage.version}`);
    this.#stageSeen = stage.version;
  }

  #lookAtRanking(state: BoardState): void {
    const ranking = rankingOf(state);
    this.#onlyOnce(ranking.map(({ guestId }) => guestId));
    for (const [index, row] of ranking.entries()) {
      const { guestId, version } = row;
      const truth = this.#server.guests.version(guestId, version);
      if (
        truth?.rankKey !== row.rankKey ||
        truth.score !== row.score ||
        truth.displayName !== row.displayName
      )
        this.#complain(`${guestId} as it never was`);
      if (version < this.#newest(guestId)) this.#complain(`an old ${guestId}`);
      this.#isHeld(guestId);
      const above = ranking[index - 1];
      if (row.place !== (above?.score === row.score ? above.place : index + 1))
        this.#complain("a wrong place");
      this.#lookAtImage(row);
    }
  }

  /** B7: a photo that was told to be withdrawn hangs nowhere. */
  #lookAtImage({ guestId, photoId, image }: ShownStanding): void {
    if (photoId === null || image === null) return;
    if (image !== `p/${photoId}`) this.#complain(`${guestId} with another photo`);
    const newest = this.#newest(photoId);
    const latest = (this.#told.get(photoId) ?? []).filter(({ version }) => version >= newest);
    const states = latest.map(({ version }) => this.#server.photos.version(photoId, version)?.state);
    if (newest > 0 && !states.includes("shown")) this.#complain(`the withdrawn ${photoId} of ${guestId}`);
  }

  #lookAtPhoto({ photoId, version, image, displayName, score }: ShownPhoto): void {
    const truth = this.#server.photos.version(photoId, version);
    if (truth?.state !== "shown" || truth.image !== image) this.#complain(`${photoId}, which is not shown`);
    if (truth?.displayName !== displayName || truth.score !== score)
      this.#complain(`${photoId} as it never was`);
    if (version < this.#newest(photoId)) this.#complain(`an old ${photoId}`);
  }

  /** B4: what the last snapshot did not hold is not there, unless it was told since. */
  #isHeld(id: string): void {
    if (this.#snapshot === null || this.#snapshot.ids.has(id)) return;
    const toldAt = Math.max(...(this.#told.get(id) ?? []).map(({ at }) => at));
    if (toldAt < this.#snapshot.askedAt - INDEX_LAG_MS - FLUSH_MS)
      this.#complain(`${id} against the snapshot`);
  }

  #lookAtHead(state: BoardState): void {
    const { head } = state;
    if (head === null) return;
    const truth = this.#server.events.version("event", head.eventVersion);
    if (truth?.title !== head.title || truth.theme !== head.theme) this.#complain("a head that never was");
    if (head.eventVersion < this.#headSeen) this.#complain(`settings went back to ${head.eventVersion}`);
    this.#headSeen = head.eventVersion;
    const totals = totalsOf(state);
    if (totals.guests < rankingOf(state).length) this.#complain("more guests than the totals tell");
  }

  #lookAtSpotlight(state: BoardState): void {
    const { known, photoId } = nextHighScore(this.#high, state);
    this.#high = known;
    if (photoId === null) return;
    if (this.#spotlights.has(photoId)) this.#complain(`the high score of ${photoId} for a second time`);
    this.#spotlights.add(photoId);
    if (!photosOf(state).some((photo) => photo.photoId === photoId))
      this.#complain("a high score without a photo");
  }

  /** The newest version of it that the screen was told and has had time to take. */
  #newest(id: string): number {
    const settled = (this.#told.get(id) ?? []).filter(({ at }) => at < Date.now() - FLUSH_MS);
    return Math.max(0, ...settled.map(({ version }) => version));
  }

  #note(id: string, version: number, at: number): void {
    const tellings = this.#told.get(id) ?? [];
    tellings.push({ version, at });
    this.#told.set(id, tellings);
  }

  #onlyOnce(ids: readonly string[]): void {
    if (new Set(ids).size !== ids.length) this.#complain("somebody stands there twice");
  }

  #complain(what: string): void {
    this.complaints.push(what);
  }
}

function sameIds(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
