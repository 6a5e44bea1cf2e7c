import type { LiveListener, LiveSource, LiveWatch } from "./live-source.ts";
import { backoffMs, Timers } from "./timers.ts";

/** Delays in ms, each spread by chance so that screens do not ask in step. */
const DELAYS = {
  /** The safety re-read while nothing happens … */
  quiet: [30_000, 60_000],
  /** … and after a message: brings the totals up to date and repairs what was lost. */
  busy: [8_000, 12_000],
  /** While messages cannot arrive, the page lives by reading alone. */
  cutOff: [2_000, 4_000],
} as const;
const FLUSH_MS = 100;
/** Amplify tries again after 5 s and then once a minute: too slow for a hall. */
const RESUBSCRIBE_MS = 15_000;

/** Keeps a listener up to date by subscription and snapshots, and never gives up. */
export function watchLive<Snapshot, Message>(
  source: LiveSource<Snapshot, Message>,
  listener: LiveListener<Snapshot, Message>,
): LiveWatch {
  return new Watch(source, listener).start();
}

class Watch<Snapshot, Message> {
  readonly #source: LiveSource<Snapshot, Message>;
  readonly #listener: LiveListener<Snapshot, Message>;
  #isStopped = false;
  #isReading = false;
  #isReadWanted = false;
  #isHeard = false;
  #isReadable = false;
  #isLive = false;
  #failures = 0;
  #subscriptionErrors = 0;
  #subscribedAt = 0;
  #flushedAt = 0;
  #messages: Message[] = [];
  #unsubscribe: () => void = () => {};
  readonly #timers = new Timers<"read" | "flush" | "subscribe">();
  readonly #onAwake = () => {
    if (document.visibilityState === "visible") void this.#read();
  };

  constructor(source: LiveSource<Snapshot, Message>, listener: LiveListener<Snapshot, Message>) {
    this.#source = source;
    this.#listener = listener;
  }

  start(): LiveWatch {
    this.#subscribe();
    void this.#read();
    document.addEventListener("visibilitychange", this.#onAwake);
    globalThis.addEventListener("online", this.#onAwake);
    const stop = () => {
      this.#isStopped = true;
      this.#unsubscribe();
      this.#timers.stop();
      document.removeEventListener("visibilitychange", this.#onAwake);
      globalThis.removeEventListener("online", this.#onAwake);
    };
    return { read: () => void this.#read(), stop };
  }

  #subscribe(): void {
    this.#unsubscribe();
    this.#subscribedAt = Date.now();
    let isOver = false;
    const end = this.#source.subscribe({
      onMessage: (message) => this.#hear(() => this.#messages.push(message)),
      onUnreadable: () => this.#hear(() => {}),
      onAck: () => {
        this.#subscriptionErrors = 0;
        this.#setConnection({ isLive: true });
        // What happened before the ack was not heard: ask for it.
        void this.#read();
      },
      onConnection: (isLive) => {
        if (isOver) return;
        this.#setConnection({ isLive });
        if (!isLive) this.#planRead(DELAYS.cutOff);
      },
      onError: () => {
        if (isOver) return;
        isOver = true;
        this.#setConnection({ isLive: false });
        this.#timers.after("subscribe", backoffMs(this.#subscriptionErrors++), () => this.#subscribe());
      },
    });
    this.#unsubscribe = () => {
      isOver = true;
      end();
    };
  }

  /** One question at a time; a wish that comes meanwhile is a new question, for the answer may be older than it. */
  async #read(): Promise<void> {
    if (this.#isStopped) return;
    if (this.#isReading) {
      this.#isReadWanted = true;
      return;
    }
    this.#isReading = true;
    this.#isReadWanted = false;
    this.#isHeard = false;
    const askedAt = Date.now();
    const answer = await this.#source.read().then(
      (snapshot) => ({ snapshot }),
      (error: unknown) => {
        console.warn("could not be read", error);
        return null;
      },
    );
    this.#isReading = false;
    if (this.#isStopped) return;
    if (answer === null) this.#onReadFailed();
    else this.#onRead(answer.snapshot, askedAt);
  }

  #onReadFailed(): void {
    this.#setConnection({ isReadable: false });
    this.#timers.after("read", backoffMs(this.#failures++), () => void this.#read());
  }

  #onRead(snapshot: Snapshot, askedAt: number): void {
    this.#failures = 0;
    this.#setConnection({ isReadable: true });
    const next = this.#listener.onRead(snapshot, askedAt);
    if (this.#isStopped) return;
    if (!this.#isLive && Date.now() - this.#subscribedAt > RESUBSCRIBE_MS) this.#subscribe();
    if (this.#isReadWanted) void this.#read();
    else if (next === "soon" || !this.#isLive) this.#planRead(DELAYS.cutOff);
    else this.#planRead(this.#isHeard ? DELAYS.busy : DELAYS.quiet);
  }

  #hear(keep: () => void): void {
    keep();
    if (!this.#isHeard) this.#planRead(DELAYS.busy);
    this.#isHeard = true;
    if (this.#timers.isRunning("flush")) return;
    const waitMs = this.#flushedAt + FLUSH_MS - Date.now();
    if (waitMs <= 0) this.#flush();
    else this.#timers.after("flush", waitMs, () => this.#flush());
  }

  #flush(): void {
    const now = Date.now();
    this.#flushedAt = now;
    const messages = this.#messages;
    this.#messages = [];
    this.#listener.onHeard(messages, now);
  }

  #setConnection(change: { readonly isLive?: boolean; readonly isReadable?: boolean }): void {
    const before = this.#isLive && this.#isReadable;
    this.#isLive = change.isLive ?? this.#isLive;
    this.#isReadable = change.isReadable ?? this.#isReadable;
    const isConnected = this.#isLive && this.#isReadable;
    if (isConnected !== before) this.#listener.onConnection(isConnected);
  }

  #planRead([least, most]: readonly [number, number]): void {
    if (this.#isReading) return;
    this.#timers.after("read", least + Math.random() * (most - least), () => void this.#read());
  }
}
