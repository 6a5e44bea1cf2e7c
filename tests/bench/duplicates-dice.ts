/** The same throws every time: a benchmark that anybody can repeat. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 ≤ n < 1. Numerical Recipes' linear congruential generator. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** −most ≤ n < most. */
  about(most: number): number {
    return (this.next() * 2 - 1) * most;
  }

  pick<T>(all: readonly [T, ...T[]] | readonly T[]): T {
    const chosen = all[this.below(all.length)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  }
}
