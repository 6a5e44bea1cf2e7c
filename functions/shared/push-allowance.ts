import { log } from "./log.ts";
import type { Clock } from "./ports/clock.ts";
import type { MessageQuota, Quota } from "./ports/message-quota.ts";
import type { PushAllowance } from "./ports/push-allowance.ts";

const REMEMBERED_MS = 60_000;
/** A5: the rest of the month's messages is the host's. */
const STOP_AT_PERCENT = 90;

interface Reading {
  readonly at: number;
  readonly quota: Promise<Quota>;
  /** Pushed since, which LINE's number does not hold. */
  taken: number;
  isStopped: boolean;
}

/** Asks LINE once a minute at most, and leaves the answer in the metric that an alarm looks at. */
export function createPushAllowance(
  messages: MessageQuota,
  clock: Clock,
  functionName: string,
): PushAllowance {
  let latest: Reading | undefined;
  const measure = (percent: number): void =>
    log.metric("line-quota", { value: percent, unit: "Percent", at: clock(), functionName });

  async function read(): Promise<Quota> {
    const known = await messages.quota();
    if (known.limit !== undefined) measure(percentOf(known.used, known.limit));
    return known;
  }

  return {
    async take() {
      if (latest === undefined || Math.abs(clock() - latest.at) >= REMEMBERED_MS)
        latest = { at: clock(), quota: read(), taken: 0, isStopped: false };
      const reading = latest;
      try {
        const { limit, used } = await reading.quota;
        if (reading.isStopped) return false;
        if (limit !== undefined && percentOf(used + reading.taken, limit) >= STOP_AT_PERCENT) return false;
        reading.taken += 1;
        return true;
      } catch (error) {
        // No answer is none to remember.
        if (latest === reading) latest = undefined;
        throw error;
      }
    },
    stop() {
      if (latest !== undefined) latest.isStopped = true;
      measure(100);
    },
  };
}

const percentOf = (used: number, limit: number): number => (limit === 0 ? 100 : (used * 100) / limit);
