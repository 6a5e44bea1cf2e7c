import type { Clock } from "../service.ts";
import { keyOf, type Metric } from "./metric.ts";

export const statistics = ["Sum", "Maximum", "Minimum", "Average", "SampleCount"] as const;
export type Statistic = (typeof statistics)[number];

/** What was measured within one minute. */
interface Minute {
  readonly at: number;
  readonly sum: number;
  readonly maximum: number;
  readonly minimum: number;
  readonly count: number;
}

const MINUTE_MS = 60_000;
/** No alarm looks further back. */
export const KEPT_MINUTES = 120;

/** Numbers by the minute, of the last two hours; the minute is CloudWatch's own grain for what services report. */
export class Measurements {
  readonly #clock: Clock;
  readonly #metrics = new Map<string, Minute[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  record(metric: Metric, value: number, atMs = this.#clock()): void {
    const key = keyOf(metric);
    const oldest = Math.floor(this.#clock() / MINUTE_MS) - KEPT_MINUTES;
    const at = Math.floor(atMs / MINUTE_MS);
    const kept = (this.#metrics.get(key) ?? []).filter((minute) => minute.at > oldest);
    const before = kept.find((minute) => minute.at === at);
    const others = kept.filter((minute) => minute !== before);
    this.#metrics.set(key, [...others, joined(before, at, value)]);
  }

  /** The statistic of each period, the running one first; undefined where nothing was measured. */
  recent(
    metric: Metric,
    statistic: Statistic,
    periodS: number,
    periods: number,
  ): readonly (number | undefined)[] {
    const minutes = this.#metrics.get(keyOf(metric)) ?? [];
    const now = Math.floor(this.#clock() / (periodS * 1000));
    const perPeriod = (periodS * 1000) / MINUTE_MS;
    return Array.from({ length: periods }, (_, back) =>
      summed(
        minutes.filter(({ at }) => Math.floor(at / perPeriod) === now - back),
        statistic,
      ),
    );
  }
}

function joined(before: Minute | undefined, at: number, value: number): Minute {
  return {
    at,
    sum: (before?.sum ?? 0) + value,
    maximum: Math.max(before?.maximum ?? value, value),
    minimum: Math.min(before?.minimum ?? value, value),
    count: (before?.count ?? 0) + 1,
  };
}

function summed(minutes: readonly Minute[], statistic: Statistic): number | undefined {
  if (minutes.length === 0) return undefined;
  const sum = minutes.reduce((all, minute) => all + minute.sum, 0);
  const count = minutes.reduce((all, minute) => all + minute.count, 0);
  switch (statistic) {
    case "Sum":
      return sum;
    case "SampleCount":
      return count;
    case "Average":
      return sum / count;
    case "Maximum":
      return Math.max(...minutes.map(({ maximum }) => maximum));
    case "Minimum":
      return Math.min(...minutes.map(({ minimum }) => minimum));
  }
}
