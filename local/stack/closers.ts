/** What has to be ended, in the opposite order of its beginning. */
export class Closers {
  readonly #ends: (() => unknown)[] = [];

  /** Registers how something ends; gives that something back. */
  add<T>(begun: T, end: () => unknown): T {
    this.#ends.push(end);
    return begun;
  }

  /** Ends everything, once. */
  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).toReversed()) await end();
  }
}
