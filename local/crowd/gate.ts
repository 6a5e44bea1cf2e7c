/** A door that can be shut for a while: who is inside leaves, nobody enters meanwhile. */
export class Gate {
  /** While it is shut: resolves when it opens. */
  #opening: Promise<void> | undefined;
  #open: () => void = () => {};
  readonly #inside = new Set<Promise<unknown>>();

  /** Does something inside, as soon as the gate is open. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    // It may have been shut again before one gets there.
    while (this.#opening !== undefined) await this.#opening;
    const working = work();
    this.#inside.add(working);
    try {
      return await working;
    } finally {
      this.#inside.delete(working);
    }
  }

  /** Resolves when nobody is inside. */
  async shut(): Promise<void> {
    this.#opening ??= new Promise((open) => (this.#open = open));
    await Promise.allSettled(this.#inside);
  }

  open(): void {
    this.#opening = undefined;
    this.#open();
  }
}
