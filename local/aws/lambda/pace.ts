/** What is worth a further sandbox: starting one costs about as much. */
const WORTH_A_START_MS = 100;
/** A function from which nothing came back for so long is taken as slow, whatever it was before. */
export const STALLED_MS = 20;
const WEIGHT_OF_LAST = 0.2;

/**
 * How fast a function works through its events, to decide whether waiting for a warm sandbox is cheaper than starting
 * another one. AWS starts one for every concurrent event; a laptop has to share its memory.
 */
export class Pace {
  #averageMs = 0;
  #lastEndAt: number | undefined;

  ended(durationMs: number, now: number): void {
    if (this.#lastEndAt === undefined) this.#averageMs = durationMs;
    this.#averageMs += WEIGHT_OF_LAST * (durationMs - this.#averageMs);
    this.#lastEndAt = now;
  }

  /** Until the first event has ended: nothing. */
  get averageMs(): number {
    return this.#averageMs;
  }

  /** True when the last of so many waiting events would wait longer than a start takes. */
  worthAStart(waiting: number, sandboxes: number): boolean {
    return (waiting * this.#averageMs) / sandboxes >= WORTH_A_START_MS;
  }

  stalled(queuedAt: number, now: number): boolean {
    return now - Math.max(queuedAt, this.#lastEndAt ?? 0) >= STALLED_MS;
  }
}
