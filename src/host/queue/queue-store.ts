import type { HostPhoto } from "../../backend/host-photo.ts";
import { watchLive } from "../../backend/watch-live.ts";
import type { LiveWatch } from "../../backend/live-source.ts";
import { forgetPhoto, hearPhotos, readPage, type ReadPage, type Tab } from "./photo-list.ts";
import type { QueueBackend } from "./queue-backend.ts";
import { emptyState, type QueueState, settled, tidied, withList } from "./queue-state.ts";

/** Beside what the host has before the eyes: how the page stands with the backend. */
export interface QueueStanding {
  readonly isConnected: boolean;
  /** The last read failed; it is tried again by itself. */
  readonly isFailed: boolean;
  readonly isLoadingMore: boolean;
  readonly isMoreFailed: boolean;
  /** When the view was made, ms. */
  readonly now: number;
}

export type QueueView = QueueState & QueueStanding;

/** Until then a host is taken to be looking, or about to press. */
const IDLE_MS = 4_000;
const TIDY_EVERY_MS = 1_000;
const STALE_MS = 15_000;
/** After a gap so many pages are read anew; what lies deeper is looked at again when the host gets there. */
const MOST_PAGES_ANEW = 10;
const PAGE = 100;

/** Keeps the queue of one event: follows the backend, and never moves anything under the host's finger. */
export class QueueStore {
  readonly #eventId: string;
  readonly #backend: QueueBackend;
  readonly #listeners = new Set<() => void>();
  #view: QueueView = {
    ...emptyState,
    isConnected: true,
    isFailed: false,
    isLoadingMore: false,
    isMoreFailed: false,
    now: 0,
  };
  #watch: LiveWatch | undefined;
  #touchedAt = 0;
  #isAtTop = true;
  #isLooking: () => boolean = () => true;
  /** Messages may have been missed. */
  #hasGap = false;

  constructor(eventId: string, backend: QueueBackend) {
    this.#eventId = eventId;
    this.#backend = backend;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): QueueView => this.#view;

  /** The returned function ends everything. */
  start(): () => void {
    const watch = watchLive<readonly ReadPage[], HostPhoto>(
      {
        read: () => this.#readAnew(),
        subscribe: (to) => this.#backend.subscribe(this.#eventId, to),
      },
      {
        onRead: (pages) => {
          this.change((view) => ({ ...withList(view, pages.reduce(readPage, view.list)), isFailed: false }));
          return "known";
        },
        onHeard: (photos, now) => this.hear(photos, now),
        onConnection: (isConnected) => {
          this.#hasGap = true;
          this.change((view) => ({ ...view, isConnected }));
        },
      },
    );
    this.#watch = watch;
    const tidying = setInterval(() => this.#tidy(), TIDY_EVERY_MS);
    return () => {
      clearInterval(tidying);
      watch.stop();
    };
  }

  change(step: (view: QueueView) => QueueView | QueueState): void {
    this.#view = { ...this.#view, ...step(this.#view), now: Date.now() };
    for (const listener of this.#listeners) listener();
  }

  hear(photos: readonly HostPhoto[], now = Date.now()): void {
    const list = hearPhotos(this.#view.list, photos, now);
    if (list !== this.#view.list) this.change((view) => withList(view, list));
  }

  forget(photoId: string): void {
    this.change((view) => withList(view, forgetPhoto(view.list, photoId)));
  }

  /** The host does something: nothing moves for a while. */
  readonly touch = (): void => {
    this.#touchedAt = Date.now();
  };

  readonly setAtTop = (isAtTop: boolean): void => {
    this.#isAtTop = isAtTop;
  };

  /** How to find out whether the host looks at the large view. */
  followLooking(isLooking: () => boolean): void {
    this.#isLooking = isLooking;
  }

  readAgain(): void {
    this.#watch?.read();
  }

  /** Reads the tab's next page; one at a time. */
  async loadMore(): Promise<void> {
    const { tab, list, isLoadingMore } = this.#view;
    const { oldest, nextToken } = list.reached[tab];
    if (isLoadingMore || oldest === null || nextToken === null) return;
    this.change((view) => ({ ...view, isLoadingMore: true, isMoreFailed: false }));
    try {
      const page = await this.#readPage(tab, nextToken, oldest);
      this.change((view) => withList(view, readPage(view.list, page)));
    } catch (error) {
      console.warn("the next page could not be read", error);
      this.change((view) => ({ ...view, isMoreFailed: true }));
    } finally {
      this.change((view) => ({ ...view, isLoadingMore: false }));
    }
  }

  async #readAnew(): Promise<readonly ReadPage[]> {
    const { tab, ids } = this.#view;
    const wanted = this.#hasGap ? Math.min(Math.ceil(ids.length / PAGE), MOST_PAGES_ANEW) : 1;
    try {
      const pages = [await this.#readPage(tab, null, null)];
      for (let last = pages[0]; pages.length < wanted && last?.nextToken; last = pages.at(-1)) {
        pages.push(await this.#readPage(tab, last.nextToken, last.photos.at(-1)?.sentAt ?? null));
      }
      this.#hasGap = false;
      return pages;
    } catch (error) {
      this.change((view) => ({ ...view, isFailed: true }));
      throw error;
    }
  }

  async #readPage(tab: Tab, token: string | null, after: number | null): Promise<ReadPage> {
    const askedAt = Date.now();
    const { photos, nextToken } = await this.#backend.readPage(this.#eventId, tab, token);
    return { tab, after, photos, nextToken, askedAt };
  }

  #tidy(): void {
    // What was on its way for long is not told to be any more.
    if (Date.now() - this.#view.now > STALE_MS) this.change((view) => view);
    if (Date.now() - this.#touchedAt < IDLE_MS || this.#view.sending.size > 0) return;
    const calm = tidied(this.#view, this.#isLooking());
    const next = this.#isAtTop && calm.newcomers > 0 ? keepingFocus(calm) : calm;
    if (next !== this.#view) this.change(() => next);
  }
}

/** New photos come in, while the host goes on looking at the same one. */
function keepingFocus(state: QueueState): QueueState {
  const next = settled(state);
  const { focus } = state;
  return focus === null || next.ids.includes(focus) ? next : state;
}
