import type { Clock } from "../../aws/service.ts";
import { LineError } from "../wire/line-error.ts";
import type { OperationRoute } from "./operation-route.ts";

interface Bucket {
  calls: number;
  filledAt: number;
}

/** LINE's limits per operation, as token buckets. */
export class RateLimiter {
  isOn = true;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws LINE's 429 when the operation was called too often. */
  take({ name, rate }: OperationRoute): void {
    if (!this.isOn) return;
    const now = this.#clock();
    const bucket = this.#buckets.get(name) ?? { calls: rate.calls, filledAt: now };
    const refill = ((now - bucket.filledAt) / rate.withinMs) * rate.calls;
    bucket.calls = Math.min(rate.calls, bucket.calls + Math.max(0, refill));
    bucket.filledAt = now;
    this.#buckets.set(name, bucket);
    if (bucket.calls < 1) throw new LineError(429, "The API rate limit has been exceeded. Try again later.");
    bucket.calls -= 1;
  }
}
