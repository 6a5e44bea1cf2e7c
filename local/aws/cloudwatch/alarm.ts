import { ACCOUNT_ID, REGION } from "../service.ts";
import type { AlarmDefinition } from "./alarm-definition.ts";
import { evaluateAlarm, type StateValue, type Verdict } from "./evaluate-alarm.ts";
import type { Measurements } from "./measurements.ts";
import { isMeasured, type Metric } from "./metric.ts";

export const alarmArn = (name: string): string => `arn:aws:cloudwatch:${REGION}:${ACCOUNT_ID}:alarm:${name}`;

/** One alarm and the state that it is in. */
export class Alarm {
  readonly definition: AlarmDefinition;
  readonly #metric: Metric;
  readonly #configuredAtMs: number;
  #verdict: Verdict;
  #changedAtMs: number;

  constructor(definition: AlarmDefinition, nowMs: number) {
    this.definition = definition;
    this.#metric = {
      namespace: definition.Namespace,
      name: definition.MetricName,
      dimensions: Object.fromEntries(definition.Dimensions.map(({ Name, Value }) => [Name, Value])),
    };
    this.#verdict = { state: "INSUFFICIENT_DATA", reason: beginningOf(this.#metric), points: [] };
    this.#configuredAtMs = nowMs;
    this.#changedAtMs = nowMs;
  }

  get state(): StateValue {
    return this.#verdict.state;
  }

  /** Looks at what was measured by now. As on AWS, the reason is that of the last change. */
  evaluate(measurements: Measurements, nowMs: number): void {
    const { definition } = this;
    const { Statistic, Period, EvaluationPeriods } = definition;
    if (!isMeasured(this.#metric)) return;
    const recent = measurements.recent(this.#metric, Statistic, Period, EvaluationPeriods);
    const verdict = evaluateAlarm(definition, recent);
    if (verdict === undefined || verdict.state === this.state) return;
    this.#verdict = verdict;
    this.#changedAtMs = nowMs;
  }

  /** As `DescribeAlarms` tells it; times in seconds. */
  describe(): Readonly<Record<string, unknown>> {
    const { AlarmName, ...definition } = this.definition;
    const changedAt = this.#changedAtMs / 1000;
    return {
      AlarmName,
      AlarmArn: alarmArn(AlarmName),
      ...definition,
      ActionsEnabled: true,
      OKActions: [],
      AlarmActions: [],
      InsufficientDataActions: [],
      AlarmConfigurationUpdatedTimestamp: this.#configuredAtMs / 1000,
      StateValue: this.state,
      StateReason: this.#verdict.reason,
      StateReasonData: this.#reasonData(),
      StateUpdatedTimestamp: changedAt,
      StateTransitionedTimestamp: changedAt,
    };
  }

  #reasonData(): string {
    const { Statistic, Period, Threshold } = this.definition;
    return JSON.stringify({
      version: "1.0",
      queryDate: new Date(this.#changedAtMs).toISOString().replace("Z", "+0000"),
      statistic: Statistic,
      period: Period,
      recentDatapoints: this.#verdict.points,
      threshold: Threshold,
    });
  }
}

function beginningOf(metric: Metric): string {
  if (isMeasured(metric)) return "Unchecked: Initial alarm creation";
  const { namespace, name, dimensions } = metric;
  const by = Object.keys(dimensions).join() || "no dimension";
  return `not available locally: nobody measures ${namespace} ${name} by ${by}`;
}
