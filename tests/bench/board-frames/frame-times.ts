/** Of a stretch of time, in ms. */
export interface Frames {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
  /** Shares of the frames that missed at least one, or two, of the screen's at 60 a second. */
  readonly missedOne: number;
  readonly missedTwo: number;
  readonly aSecond: number;
}

const STEPS_A_MS = 10;
const LONGEST_MS = 1_000;
/** A time stamp is a little off now and then: what takes so long did miss the next frame. */
const MISSED_ONE_MS = 20;
const MISSED_TWO_MS = 37;

/** Counts how long each frame took, by the time stamps that the browser gives them; an hour takes no more memory than a second. */
export class FrameTimes {
  #counts = new Uint32Array(LONGEST_MS * STEPS_A_MS + 1);
  #longest = 0;
  #began = 0;
  #last = 0;

  constructor() {
    const tick = (at: number): void => {
      const took = at - this.#last;
      if (this.#last !== 0) this.#add(took);
      else this.#began = at;
      this.#last = at;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  #add(took: number): void {
    const step = Math.min(this.#counts.length - 1, Math.round(took * STEPS_A_MS));
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#longest = Math.max(this.#longest, took);
  }

  /** What was counted since the last call. */
  take(): Frames {
    const count = this.#counts.reduce((sum, each) => sum + each, 0);
    const share = (fromMs: number) =>
      this.#counts.subarray(fromMs * STEPS_A_MS).reduce((sum, each) => sum + each, 0) / count;
    const frames = {
      median: this.#percentile(count * 0.5),
      p95: this.#percentile(count * 0.95),
      p99: this.#percentile(count * 0.99),
      longest: this.#longest,
      missedOne: share(MISSED_ONE_MS),
      missedTwo: share(MISSED_TWO_MS),
      aSecond: (count * 1_000) / (this.#last - this.#began),
    };
    this.#counts.fill(0);
    this.#longest = 0;
    this.#began = this.#last;
    return frames;
  }

  #percentile(rank: number): number {
    let seen = 0;
    const step = this.#counts.findIndex((each) => (seen += each) >= rank);
    return step / STEPS_A_MS;
  }
}
