import * as z from "zod";
import type { Clock } from "../../aws/service.ts";
import type { Shelf } from "./shelf.ts";

const KEPT_MS = 24 * 3_600_000;

export const acceptedSchema = z.object({
  requestId: z.string(),
  acceptedAt: z.number(),
  sentMessages: z.array(z.object({ id: z.string(), quoteToken: z.string().optional() })),
});

export type AcceptedPush = z.infer<typeof acceptedSchema>;

/** Which pushes were accepted under a retry key in the last 24 hours. */
export class RetryKeys {
  readonly #accepted: Shelf<AcceptedPush>;
  readonly #clock: Clock;

  constructor(accepted: Shelf<AcceptedPush>, clock: Clock) {
    this.#accepted = accepted;
    this.#clock = clock;
  }

  find(key: string): AcceptedPush | undefined {
    const accepted = this.#accepted.get(key);
    return accepted && this.#clock() - accepted.acceptedAt < KEPT_MS ? accepted : undefined;
  }

  accept(key: string, push: Omit<AcceptedPush, "acceptedAt">): void {
    this.#accepted.set(key, { ...push, acceptedAt: this.#clock() });
  }
}
