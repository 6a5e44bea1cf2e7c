import { seeded } from "./seeded.ts";

/** Chance that falls the same way for the same seed. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** From `low` up to, but not including, `high`. */
  between(low: number, high: number): number {
    return low + this.#next() * (high - low);
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** True with the given probability. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  /** One of several; throws for none. */
  pick<T>(from: readonly T[]): T {
    return this.weighted(from, () => 1);
  }

  /** One of several, the heavier the more often; throws for none. */
  weighted<T>(from: readonly T[], weightOf: (item: T) => number): T {
    let left = this.between(
      0,
      from.reduce((sum, item) => sum + weightOf(item), 0),
    );
    for (const item of from) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    const last = from.at(-1);
    if (last === undefined) throw new Error("there is nothing to pick from");
    return last;
  }

  /** How long until the next event of a Poisson process, in the unit of the mean. */
  wait(mean: number): number {
    return -Math.log(1 - this.#next()) * mean;
  }
}
