import type { AlarmDefinition, comparisons } from "./alarm-definition.ts";

export type StateValue = "OK" | "ALARM" | "INSUFFICIENT_DATA";

/** What an alarm comes to. */
export interface Verdict {
  readonly state: StateValue;
  readonly reason: string;
  /** The points that decided, the newest first. */
  readonly points: readonly number[];
}

type Comparison = (typeof comparisons)[number];

const compare: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

const inWords: Readonly<Record<Comparison, string>> = {
  GreaterThanOrEqualToThreshold: "greater than or equal to",
  GreaterThanThreshold: "greater than",
  LessThanThreshold: "less than",
  LessThanOrEqualToThreshold: "less than or equal to",
};

/**
 * M of N: the alarm rings when at least `DatapointsToAlarm` of the last periods breach the threshold. What was not
 * measured counts as the alarm says; undefined when it says that nothing shall change.
 */
export function evaluateAlarm(
  alarm: AlarmDefinition,
  recent: readonly (number | undefined)[],
): Verdict | undefined {
  const points = recent.filter((point) => point !== undefined);
  const missing = recent.length - points.length;
  if (points.length === 0) {
    if (alarm.TreatMissingData === "ignore") return undefined;
    if (alarm.TreatMissingData === "missing") return unknown(recent.length);
  }
  const breaching = points.filter((point) => compare[alarm.ComparisonOperator](point, alarm.Threshold));
  const counted = breaching.length + (alarm.TreatMissingData === "breaching" ? missing : 0);
  const needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods;
  const state = counted >= needed ? "ALARM" : "OK";
  return { state, reason: reasonOf(alarm, state, points, missing), points };
}

function unknown(periods: number): Verdict {
  const reason = `Insufficient Data: ${periods} datapoints were unknown.`;
  return { state: "INSUFFICIENT_DATA", reason, points: [] };
}

function reasonOf(
  { ComparisonOperator, Threshold, TreatMissingData }: AlarmDefinition,
  state: StateValue,
  points: readonly number[],
  missing: number,
): string {
  if (points.length === 0) {
    const as = TreatMissingData === "breaching" ? "Breaching" : "NonBreaching";
    return `Threshold Crossed: no datapoints were received for ${missing} periods and ${missing} missing datapoints were treated as [${as}].`;
  }
  const were = `${points.length} datapoint${points.length > 1 ? "s" : ""} [${points.join(", ")}]`;
  const not = state === "ALARM" ? "" : "not ";
  return `Threshold Crossed: ${were} were ${not}${inWords[ComparisonOperator]} the threshold (${Threshold}).`;
}
