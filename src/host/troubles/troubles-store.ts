import { afterLook, isMissing, type KnownLetters, lettersIn, without } from "./known-letters.ts";
import type { Alarm, DeadLetter, LineQuota, RetryOutcome, TroublesBackend } from "./troubles-backend.ts";

/** What is known; null where nothing was read yet. */
export interface Troubles {
  readonly letters: readonly DeadLetter[] | null;
  /** There are more than are listed. */
  readonly hasMore: boolean;
  readonly alarms: readonly Alarm[] | null;
  readonly quota: LineQuota | null;
  /** Whether the last look at each of them failed. */
  readonly failed: Readonly<Record<"letters" | "alarms" | "quota", boolean>>;
  /** When all was read last; ms since the epoch. */
  readonly readAt: number | null;
}

const LOOK_EVERY_MS = 30_000;
/** While another host holds some letters. */
const LOOK_SOON_MS = 2_000;

/** Looks from time to time, and whenever the page is looked at again, as long as somebody listens. */
export class TroublesStore {
  readonly #backend: TroublesBackend;
  readonly #listeners = new Set<() => void>();
  #known: KnownLetters = new Map();
  #troubles: Troubles = {
    letters: null,
    hasMore: false,
    alarms: null,
    quota: null,
    failed: { letters: false, alarms: false, quota: false },
    readAt: null,
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLooking = false;

  constructor(backend: TroublesBackend) {
    this.#backend = backend;
  }

  readonly now = (): Troubles => this.#troubles;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  /** Never rejects. A look that is under way is the answer to both. */
  readonly look = async (): Promise<void> => {
    if (this.#isLooking) return;
    this.#isLooking = true;
    clearTimeout(this.#timer);
    await Promise.all([this.#lookAtLetters(), this.#lookAtAlarms(), this.#lookAtQuota()]);
    this.#isLooking = false;
    if (!Object.values(this.#troubles.failed).includes(true)) this.#change({ readAt: Date.now() });
    if (this.#listeners.size > 0) {
      this.#timer = setTimeout(() => void this.look(), isMissing(this.#known) ? LOOK_SOON_MS : LOOK_EVERY_MS);
    }
  };

  /** Rejects as the backend does; what is there then is looked at anew in any case. */
  async retry(eventId: string, letterIds: readonly string[] | "all"): Promise<RetryOutcome> {
    try {
      const outcome = await this.#backend.retry(eventId, letterIds);
      this.#setLetters(without(this.#known, [...outcome.retried, ...outcome.missing]));
      return outcome;
    } finally {
      void this.look();
    }
  }

  #start(): void {
    globalThis.addEventListener("focus", this.#lookAgain);
    globalThis.addEventListener("online", this.#lookAgain);
    document.addEventListener("visibilitychange", this.#lookAgain);
    void this.look();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    globalThis.removeEventListener("focus", this.#lookAgain);
    globalThis.removeEventListener("online", this.#lookAgain);
    document.removeEventListener("visibilitychange", this.#lookAgain);
  }

  readonly #lookAgain = (): void => {
    if (!document.hidden) void this.look();
  };

  #lookAtLetters(): Promise<void> {
    return this.#read("letters", this.#backend.readDeadLetters, (page) => {
      this.#setLetters(afterLook(this.#known, page), !page.isComplete);
    });
  }

  #lookAtAlarms(): Promise<void> {
    return this.#read("alarms", this.#backend.readAlarms, (alarms) => this.#change({ alarms }));
  }

  #lookAtQuota(): Promise<void> {
    return this.#read("quota", this.#backend.readQuota, (quota) => this.#change({ quota }));
  }

  async #read<T>(
    part: keyof Troubles["failed"],
    read: () => Promise<T>,
    use: (what: T) => void,
  ): Promise<void> {
    let isFailed = false;
    try {
      use(await read());
    } catch {
      isFailed = true; // said on the page; the next look tries again
    }
    this.#change({ failed: { ...this.#troubles.failed, [part]: isFailed } });
  }

  #setLetters(known: KnownLetters, isIncomplete = this.#troubles.hasMore): void {
    this.#known = known;
    this.#change({ letters: lettersIn(known), hasMore: isIncomplete && !isMissing(known) });
  }

  #change(change: Partial<Troubles>): void {
    this.#troubles = { ...this.#troubles, ...change };
    for (const listener of this.#listeners) listener();
  }
}
