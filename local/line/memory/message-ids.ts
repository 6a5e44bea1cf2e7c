// LINE's ids are decimal and rise with time; 20 bits below the millisecond leave room for every burst.
const COUNTER_BITS = 20n;
const EPOCH_MS = 1_420_070_400_000n;

/** Message ids such as `354718705033693859`: unique and rising, also with a clock that stands still. */
export class MessageIds {
  #last = 0n;

  constructor(used: readonly string[]) {
    for (const id of used) if (BigInt(id) > this.#last) this.#last = BigInt(id);
  }

  next(nowMs: number): string {
    const fromClock = (BigInt(Math.floor(nowMs)) - EPOCH_MS) << COUNTER_BITS;
    this.#last = fromClock > this.#last ? fromClock : this.#last + 1n;
    return String(this.#last);
  }
}
