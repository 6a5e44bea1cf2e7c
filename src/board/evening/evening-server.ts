import { SNAPSHOT_PHOTOS } from "#domain/board";
import type { Box } from "#domain/face";
import type { PhotoState } from "#domain/photo";
import { mayFollow, nextStage, RESULT_GUESTS, type StageRecord, type StageWish } from "#domain/stage";
import { usualScreen } from "#domain/screen";
import { standingOf } from "#domain/standing";
import type { StandingRule } from "#domain/standing-rule";
import type { Dice } from "./dice.ts";
import { Kept } from "./kept.ts";
import { shownPhotoAnswer, stageAnswer, standingAnswer } from "./evening-answers.ts";

export interface GuestRow {
  readonly guestId: string;
  readonly displayName: string;
  readonly isExcluded: boolean;
  readonly score?: number;
  readonly rankKey?: string;
  readonly photoId?: string;
  readonly image?: string;
  readonly faces?: number;
  readonly photos: number;
  readonly version: number;
}

export interface PhotoRow {
  readonly photoId: string;
  readonly guestId: string;
  readonly displayName: string;
  readonly state: PhotoState;
  readonly wasShown: boolean;
  readonly image: string;
  readonly happiness: number;
  readonly score: number;
  readonly faces: readonly Box[];
  readonly sentAt: number;
  readonly version: number;
}

export interface EventRow {
  readonly boardId: string;
  readonly title: string;
  readonly theme: string;
  readonly isArchived: boolean;
  readonly rule: StandingRule;
  /** What a photo's happiness counts for. */
  readonly weight: number;
  readonly stage: StageRecord & { readonly version: number };
  /** Of the settings; a new stage leaves it. */
  readonly version: number;
}

/** A message to the boards: the field of the subscription, and what GraphQL would answer for it. */
export interface Publication {
  readonly boardId: string;
  readonly field: "onStanding" | "onShownPhoto" | "onStage";
  readonly answer: object;
}

/** How many guests a snapshot ranks. */
const TOP = 100;

/**
 * The truth of an evening: saves rows by versions, derives standings by the rules, publishes each row as it is a moment later,
 * and answers what boards ask for from indexes that are behind.
 */
export class EveningServer {
  readonly guests = new Kept<GuestRow>();
  readonly photos = new Kept<PhotoRow>();
  readonly events = new Kept<EventRow>();
  readonly stages = new Kept<EventRow["stage"]>();
  readonly onPublished = new Set<(publication: Publication) => void>();
  readonly clockAheadMs: number;
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
    this.clockAheadMs = dice.between(-90_000, 90_000);
    const stage = { name: "join", version: 1 } as const;
    this.stages.save("stage", stage);
    this.events.save("event", {
      boardId: "board-1",
      title: "宴",
      theme: "hall-dark",
      isArchived: false,
      rule: "best",
      weight: 1,
      stage,
      version: 1,
    });
  }

  get event(): EventRow {
    const event = this.events.now("event");
    if (event === undefined) throw new Error("there is no event");
    return event;
  }

  /** By the server's clock, which is not the screen's. */
  now(): number {
    return Date.now() + this.clockAheadMs;
  }

  /** New settings; the boards hear of their version with the stage. */
  saveEvent(change: Partial<EventRow>): void {
    this.events.save("event", { ...this.event, ...change, version: this.event.version + 1 });
    this.#later(400, () => this.#publishStage());
  }

  saveGuest(guestId: string, change: Partial<GuestRow>): void {
    const known = this.guests.now(guestId) ?? {
      guestId,
      displayName: "",
      isExcluded: false,
      photos: 0,
      version: 0,
    };
    this.guests.save(guestId, { ...known, ...change, version: known.version + 1 });
    this.#later(800, () => this.settle(guestId));
  }

  /** `isTold` false: the boards hear nothing of it. */
  savePhoto(photo: Omit<PhotoRow, "version" | "wasShown" | "score">, isTold = true): void {
    const known = this.photos.now(photo.photoId);
    const wasShown = known?.wasShown === true || photo.state === "shown";
    const score = Math.round(photo.happiness * this.event.weight * 10) / 10;
    const version = (known?.version ?? 0) + 1;
    this.photos.save(photo.photoId, { ...photo, wasShown, score, version });
    if (isTold && wasShown) this.#later(400, () => this.#publishPhoto(photo.photoId));
    this.#later(800, () => this.settle(photo.guestId));
  }

  /** Derives the guest's standing and tells it, also where nothing changed: what was not told is told again. */
  settle(guestId: string): void {
    const guest = this.guests.now(guestId);
    if (guest === undefined) return;
    const own = this.photos.all().filter((photo) => photo.guestId === guestId);
    const photos = own.map(({ faces: _faces, ...photo }) => photo);
    const standing = standingOf(photos, { guestId, excluded: guest.isExcluded }, this.event.rule);
    const { score, rankKey, best } = standing;
    const { displayName, isExcluded, version } = guest;
    this.guests.save(guestId, {
      guestId,
      displayName,
      isExcluded,
      ...(score !== undefined && { score }),
      ...(rankKey !== undefined && { rankKey }),
      ...(best?.image !== undefined && {
        photoId: best.photoId,
        image: best.image,
        faces: this.photos.now(best.photoId)?.faces.length ?? 0,
      }),
      photos: standing.photos,
      version: version + 1,
    });
    this.#later(400, () => this.#publish("onStanding", standingAnswer(this.#guest(guestId))));
  }

  /** Answers whether the stage may come now. */
  setStage(wish: StageWish): boolean {
    const { stage } = this.event;
    if (!mayFollow(stage, wish)) return false;
    const { version, ...before } = stage;
    const next = nextStage(before, wish, this.now());
    const result = this.ranking()
      .slice(0, RESULT_GUESTS)
      .map(({ guestId }) => guestId);
    const isNew = next.name === "reveal" && next.result === undefined;
    const saved = { ...next, ...(isNew && { result }), version: version + 1 };
    this.stages.save("stage", saved);
    this.events.save("event", { ...this.event, stage: saved });
    this.#later(400, () => this.#publishStage());
    return true;
  }

  /** Those who have a place, best first; as an index tells it at `at`. */
  ranking(at?: number): readonly GuestRow[] {
    const ranked = this.guests.all(at).filter(({ rankKey }) => rankKey !== undefined);
    return ranked.toSorted((a, b) => ((a.rankKey ?? "") < (b.rankKey ?? "") ? 1 : -1));
  }

  /** Newest first; which of two that were sent in the same moment comes first is the index's secret. */
  shownPhotos(at?: number): readonly PhotoRow[] {
    const shown = this.photos.all(at).filter(({ state }) => state === "shown");
    return shown.toSorted((a, b) => b.sentAt - a.sentAt || (a.photoId < b.photoId ? -1 : 1));
  }

  /** The answer to a board's question; each of its three tables is read as it was at a time of its own. */
  answer(boardId: string, readAt: () => number): unknown {
    const event = this.events.all(readAt()).find((row) => row.boardId === boardId);
    if (event === undefined || event.isArchived) return { board: null };
    const ranking = this.ranking(readAt());
    const photos = this.shownPhotos(readAt()).slice(0, SNAPSHOT_PHOTOS);
    const { title, theme, stage } = event;
    return {
      board: {
        title,
        language: "ja",
        theme,
        joinCode: "CDFGHJ",
        ...usualScreen,
        standingRule: "best",
        eventVersion: event.version,
        stage: stageAnswer(stage, this.now()),
        standings: ranking.slice(0, TOP).map(standingAnswer),
        photos: photos.map(shownPhotoAnswer),
        totals: { guests: ranking.length, photos: ranking.reduce((sum, guest) => sum + guest.photos, 0) },
      },
    };
  }

  /** A page of all shown photos: those behind `nextToken`, the place of the last one before. */
  pageAnswer(boardId: string, nextToken: string | null, size: number, readAt: number): unknown {
    if (this.event.boardId !== boardId || this.event.isArchived) return { shownPhotos: null };
    const [sentAt = "", photoId = ""] = (nextToken ?? "").split("#");
    const isBehind = (photo: PhotoRow) =>
      nextToken === null ||
      photo.sentAt < Number(sentAt) ||
      (photo.sentAt === Number(sentAt) && photo.photoId > photoId);
    const rest = this.shownPhotos(readAt).filter(isBehind);
    const photos = rest.slice(0, size);
    const last = photos.at(-1);
    const isLast = rest.length <= size || last === undefined;
    return {
      shownPhotos: {
        photos: photos.map(shownPhotoAnswer),
        nextToken: isLast ? null : `${last.sentAt}#${last.photoId}`,
      },
    };
  }

  #publishStage(): void {
    const { stage, version } = this.event;
    this.#publish("onStage", { ...stageAnswer(stage, this.now()), eventVersion: version });
  }

  #publishPhoto(photoId: string): void {
    const photo = this.photos.now(photoId);
    if (photo !== undefined) this.#publish("onShownPhoto", shownPhotoAnswer(photo));
  }

  #publish(field: Publication["field"], answer: object): void {
    for (const listener of this.onPublished) listener({ boardId: this.event.boardId, field, answer });
  }

  #guest(guestId: string): GuestRow {
    const guest = this.guests.now(guestId);
    if (guest === undefined) throw new Error(`no guest ${guestId}`);
    return guest;
  }

  #later(mostMs: number, act: () => void): void {
    setTimeout(act, this.#dice.between(0, mostMs));
  }
}
