import type { BoardSnapshot, ShownPhoto, ShownStanding, Stage } from "#domain/board";
import {
  parseBoard,
  parsePhotoMessage,
  parseShownPhotos,
  parseStageMessage,
  parseStandingMessage,
  type ShownPhotoPage,
} from "../../backend/board-shapes.ts";
import type { BoardMessage, BoardSource } from "../../backend/board-source.ts";
import type { LiveMessages } from "../../backend/live-source.ts";
import type { Dice } from "./dice.ts";
import type { EveningServer, Publication } from "./evening-server.ts";

/** How bad the network is; chances from 0 to 1. */
export interface Weather {
  readonly lost: number;
  readonly twice: number;
  /** So many messages and answers take seconds. */
  readonly late: number;
  /** So many questions are refused, or never answered. */
  readonly failing: number;
}

/** What the screen was told, before it has done anything with it. */
export interface Overhearing {
  readonly onStanding: (row: ShownStanding) => void;
  readonly onPhoto: (row: ShownPhoto) => void;
  readonly onStage: (stage: Stage) => void;
  readonly onSnapshot: (snapshot: BoardSnapshot, askedAt: number) => void;
  readonly onPage: (photos: readonly ShownPhoto[]) => void;
}

interface Subscription {
  readonly to: LiveMessages<BoardMessage>;
  /** Ended by the page. */
  isEnded: boolean;
  /** The server sends to it. */
  isRegistered: boolean;
}

const CALM: Weather = { lost: 0, twice: 0, late: 0, failing: 0 };
/** A question that nobody answers is given up by the client. */
const HANGING_MS = 35_000;
/** An index may be behind by so much. */
const LAG_MS = 4_000;
const PAGE = 20;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A line between a server and a screen that drops, delays, repeats, reorders and breaks. */
export class TornNetwork implements BoardSource {
  readonly #server: EveningServer;
  readonly #boardId: string;
  readonly #dice: Dice;
  readonly #to: Overhearing;
  #weather: Weather;
  #subscription: Subscription | null = null;
  #isUp = true;
  /** Counts breaks: what was on its way at one may be lost. */
  #breaks = 0;

  constructor(server: EveningServer, boardId: string, dice: Dice, weather: Weather, to: Overhearing) {
    this.#server = server;
    this.#boardId = boardId;
    this.#dice = dice;
    this.#weather = weather;
    this.#to = to;
    server.onPublished.add((publication) => this.#send(publication));
  }

  readonly read = async (): Promise<BoardSnapshot | null> => {
    const askedAt = Date.now();
    const snapshot = await this.#ask(() =>
      parseBoard(this.#server.answer(this.#boardId, () => Date.now() - this.#dice.between(0, LAG_MS))),
    );
    if (snapshot !== null) this.#to.onSnapshot(snapshot, askedAt);
    return snapshot;
  };

  readonly readPage = async (nextToken: string | null): Promise<ShownPhotoPage> => {
    const page = await this.#ask(() => {
      const readAt = Date.now() - this.#dice.between(0, LAG_MS);
      return parseShownPhotos(this.#server.pageAnswer(this.#boardId, nextToken, PAGE, readAt));
    });
    this.#to.onPage(page.photos);
    return page;
  };

  readonly subscribe = (to: LiveMessages<BoardMessage>) => {
    const subscription: Subscription = { to, isEnded: false, isRegistered: false };
    this.#subscription = subscription;
    this.#connect(subscription);
    return () => {
      subscription.isEnded = true;
      subscription.isRegistered = false;
    };
  };

  /** Breaks the line; the screen notices it a while later. */
  cut(): void {
    this.#isUp = false;
    this.#breaks += 1;
    const subscription = this.#subscription;
    if (subscription === null) return;
    subscription.isRegistered = false;
    this.#later(20_000, () => {
      if (!subscription.isEnded && !subscription.isRegistered) subscription.to.onConnection(false);
    });
  }

  mend(): void {
    if (this.#isUp) return;
    this.#isUp = true;
    const subscription = this.#subscription;
    if (subscription === null || subscription.isEnded || subscription.isRegistered) return;
    // The client repairs it by itself, gives up, or never learns that it could.
    if (this.#dice.chance(0.6)) this.#connect(subscription);
    else if (this.#dice.chance(0.5))
      this.#later(5_000, () => subscription.isEnded || subscription.to.onError());
  }

  /** From now on everything arrives. */
  calm(): void {
    this.#weather = CALM;
    this.mend();
  }

  #connect(subscription: Subscription): void {
    const { to } = subscription;
    const breaks = this.#breaks;
    this.#later(1_500, () => {
      if (subscription.isEnded || subscription.isRegistered) return;
      if (!this.#isUp || this.#dice.chance(this.#weather.failing / 4)) {
        to.onError();
        return;
      }
      subscription.isRegistered = true;
      this.#later(500, () => {
        if (!subscription.isRegistered || breaks !== this.#breaks) return;
        to.onConnection(true);
        to.onAck();
      });
    });
  }

  async #ask<T>(answer: () => T): Promise<T> {
    await pause(this.#latencyMs());
    const isFailing = this.#dice.chance(this.#weather.failing);
    if (!this.#isUp || isFailing) {
      await pause(this.#dice.chance(0.2) ? HANGING_MS : this.#latencyMs());
      throw new Error("not to be had");
    }
    const answered = answer();
    await pause(this.#latencyMs());
    if (!this.#isUp) throw new Error("broken off");
    return answered;
  }

  #send(publication: Publication): void {
    const subscription = this.#subscription;
    if (publication.boardId !== this.#boardId || subscription?.isRegistered !== true) return;
    if (this.#dice.chance(this.#weather.lost)) return;
    const breaks = this.#breaks;
    for (let copies = this.#dice.chance(this.#weather.twice) ? 3 : 1; copies > 0; copies -= 1) {
      setTimeout(() => {
        const isCutOff = breaks !== this.#breaks && this.#dice.chance(0.5);
        if (!subscription.isEnded && !isCutOff) this.#deliver(subscription.to, publication);
      }, this.#latencyMs());
    }
  }

  #deliver(to: LiveMessages<BoardMessage>, { field, answer }: Publication): void {
    if (this.#dice.chance(this.#weather.lost / 4)) {
      to.onUnreadable();
      return;
    }
    const message = { [field]: answer };
    switch (field) {
      case "onStanding": {
        const row = parseStandingMessage(message);
        this.#to.onStanding(row);
        to.onMessage({ kind: "standing", row });
        break;
      }
      case "onShownPhoto": {
        const row = parsePhotoMessage(message);
        this.#to.onPhoto(row);
        to.onMessage({ kind: "photo", row });
        break;
      }
      case "onStage": {
        const told = parseStageMessage(message);
        this.#to.onStage(told.stage);
        to.onMessage({ kind: "stage", ...told });
        break;
      }
    }
  }

  #latencyMs(): number {
    return this.#dice.chance(this.#weather.late)
      ? this.#dice.between(1_000, 15_000)
      : this.#dice.between(10, 300);
  }

  #later(mostMs: number, act: () => void): void {
    setTimeout(act, this.#dice.between(10, mostMs));
  }
}
