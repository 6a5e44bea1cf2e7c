import type { Clock } from "../../aws/service.ts";
import { LineError } from "../wire/line-error.ts";
import type { Shelf } from "./shelf.ts";

/** Counts messages that cost, by calendar month in Japan, where the plans are sold. */
export class Quota {
  /** Undefined: no limit. Changeable while running. */
  limit: number | undefined;
  readonly #spent: Shelf<number>;
  readonly #clock: Clock;

  constructor(limit: number | undefined, spent: Shelf<number>, clock: Clock) {
    this.limit = limit;
    this.#spent = spent;
    this.#clock = clock;
  }

  #month(): string {
    return new Date(this.#clock() + 9 * 3_600_000).toISOString().slice(0, 7);
  }

  used(): number {
    return this.#spent.get(this.#month()) ?? 0;
  }

  /** Throws LINE's 429 when the month's messages are used up. */
  checkLeft(): void {
    if (this.limit !== undefined && this.used() >= this.limit)
      throw new LineError(429, "You have reached your monthly limit.");
  }

  spend(recipients: number): void {
    this.#spent.set(this.#month(), this.used() + recipients);
  }
}
