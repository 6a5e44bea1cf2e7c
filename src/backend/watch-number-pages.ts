import {
  type HeardPhoto,
  type KnownPhotos,
  lacksPhotos,
  noPhotos,
  wholePhotos,
  withHeard,
  withoutMissing,
  withRead,
} from "#domain/known-photos";
import type { NumbersPhoto } from "#domain/numbers-photo";
import type { LiveMessages } from "./live-source.ts";
import { Timers } from "./timers.ts";
import { watchLive } from "./watch-live.ts";

/** What a page learns about the photos of an event. */
export interface NumbersListener {
  /** All photos that are known by now. */
  readonly onPhotos: (photos: readonly NumbersPhoto[]) => void;
  /** Every photo was read at least once. */
  readonly onWhole: () => void;
  readonly onConnection: (isConnected: boolean) => void;
}

/** Newest first. */
export interface NumbersPage {
  readonly photos: readonly NumbersPhoto[];
  readonly nextToken: string | null;
}

export interface NumbersSource {
  readonly page: (nextToken: string | null) => Promise<NumbersPage>;
  readonly subscribe: (to: LiveMessages<HeardPhoto>) => () => void;
}

/** Photos that were heard of are read together. */
const GATHER_MS = 700;
/** All is read again for safety: a large event less often than a small one. */
const WHOLE_EVERY_MS = 60_000;
const REST_PER_PAGE_MS = 2_000;
/** A photo that stands too deep for the newest page has all read again, though not at once. */
const DEEP_MS = 15_000;

/**
 * Reads all photos of an event page by page, and keeps them up to date: by messages at once, by reading the newest page
 * where a message does not tell enough, and by reading all again from time to time. The returned function ends it.
 */
export function watchNumberPages(source: NumbersSource, listener: NumbersListener): () => void {
  const timers = new Timers<"lacking">();
  let known: KnownPhotos = noPhotos;
  let isStopped = false;
  let [wholeAt, wholeDueAt] = [0, 0];
  const tell = (next: KnownPhotos): void => {
    if (next === known || isStopped) return;
    known = next;
    listener.onPhotos(wholePhotos(known));
  };
  const readNewest = async (): Promise<void> => {
    const askedAt = Date.now();
    tell(withRead(known, (await source.page(null)).photos, askedAt));
    if (lacksPhotos(known)) wholeDueAt = Math.min(wholeDueAt, wholeAt + DEEP_MS);
  };
  const reading = new WholeReading(source);
  const readWhole = async (): Promise<void> => {
    for (;;) {
      const askedAt = Date.now();
      const page = await reading.next();
      if (isStopped) return;
      tell(withRead(known, page.photos, askedAt));
      if (page.nextToken === null) break;
    }
    const { held, beganAt, pages } = reading.end();
    tell(withoutMissing(known, held, beganAt));
    wholeAt = Date.now();
    wholeDueAt = wholeAt + Math.max(WHOLE_EVERY_MS, pages * REST_PER_PAGE_MS);
    listener.onWhole();
  };
  const watch = watchLive<void, HeardPhoto>(
    { read: () => (Date.now() < wholeDueAt ? readNewest() : readWhole()), subscribe: source.subscribe },
    {
      onRead: () => (lacksPhotos(known) ? "soon" : "known"),
      onHeard: (heard, now) => {
        tell(withHeard(known, heard, now));
        if (lacksPhotos(known) && !timers.isRunning("lacking"))
          timers.after("lacking", GATHER_MS, () => watch.read());
      },
      onConnection: (isConnected) => {
        // What was said while nobody listened was not heard.
        wholeDueAt = 0;
        listener.onConnection(isConnected);
      },
    },
  );
  return () => {
    isStopped = true;
    timers.stop();
    watch.stop();
  };
}

/** A reading that failed goes on where it was; only then it begins anew, for its token may be the reason. */
const FAILURES_TO_BEGIN_ANEW = 4;

/** All photos once, page by page. */
class WholeReading {
  readonly #source: Pick<NumbersSource, "page">;
  #nextToken: string | null = null;
  #failures = 0;
  #read = nothingRead();

  constructor(source: Pick<NumbersSource, "page">) {
    this.#source = source;
  }

  async next(): Promise<NumbersPage> {
    if (this.#nextToken === null) this.#read = nothingRead();
    try {
      const page = await this.#source.page(this.#nextToken);
      for (const { photoId } of page.photos) this.#read.held.add(photoId);
      this.#read.pages += 1;
      this.#failures = 0;
      this.#nextToken = page.nextToken;
      return page;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures % FAILURES_TO_BEGIN_ANEW === 0) this.#nextToken = null;
      throw error;
    }
  }

  /** What was read since the first page. */
  end(): ReturnType<typeof nothingRead> {
    return this.#read;
  }
}

const nothingRead = () => ({ held: new Set<string>(), beganAt: Date.now(), pages: 0 });
