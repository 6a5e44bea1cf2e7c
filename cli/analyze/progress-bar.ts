import { printable } from "./columns.ts";

const BAR = 24;

/** A line that is written over and over; where nobody watches, nothing. */
export class ProgressBar {
  #done = 0;
  readonly #total: number;
  readonly #write: ((text: string) => void) | undefined;
  readonly #startedAt: number;
  readonly #clock: () => number;

  /** `write` is missing when errors go to a file; `clock` gives milliseconds. */
  constructor(total: number, write: ((text: string) => void) | undefined, clock: () => number) {
    this.#total = total;
    this.#write = total > 1 ? write : undefined;
    this.#clock = clock;
    this.#startedAt = clock();
    this.#draw("");
  }

  step(name: string): void {
    this.#done += 1;
    this.#draw(name);
  }

  /** Wipes the line. */
  end(): void {
    this.#write?.("\r\u001b[K");
  }

  #draw(name: string): void {
    const full = Math.round((BAR * this.#done) / this.#total);
    const perSecond = (this.#done * 1000) / Math.max(1, this.#clock() - this.#startedAt);
    const bar = "█".repeat(full) + "░".repeat(BAR - full);
    const rate = this.#done === 0 ? "" : `  ${perSecond.toFixed(1)}/s  ${printable(name).slice(-30)}`;
    this.#write?.(`\r\u001b[K${bar} ${this.#done}/${this.#total}${rate}`);
  }
}
