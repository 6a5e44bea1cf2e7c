import type { GatewayJsonService } from "../gateway/gateway-service.ts";
import { AwsError, type Clock } from "../service.ts";
import { alarmDefinitionSchema } from "./alarm-definition.ts";
import { Alarm } from "./alarm.ts";
import { describeAlarms } from "./describe-alarms.ts";
import { readEmbeddedMetrics } from "./embedded-metrics.ts";
import { Measurements } from "./measurements.ts";
import type { Metric } from "./metric.ts";

/** The stand-in of CloudWatch's alarms, fed by the other stand-ins. */
export interface CloudWatch extends GatewayJsonService {
  /** In the template's words. Throws a `ZodError` for what CloudWatch or this stand-in does not know. */
  putAlarm(definition: unknown): void;
  /** Something happened. */
  record(metric: Metric, value: number): void;
  /**
   * A line of a function's log, which may hold metrics in the embedded format. Answers why some of them were dropped.
   */
  hearLog(line: string): readonly string[];
  /** Something that is looked at from time to time; undefined: nothing is known now. */
  watch(metric: Metric, look: () => number | undefined): void;
  /** Looks at everything now. */
  evaluate(): void;
  close(): void;
}

const LOOK_EVERY_MS = 10_000;

export function createCloudWatch({ clock }: { readonly clock: Clock }): CloudWatch {
  const measurements = new Measurements(clock);
  const alarms = new Map<string, Alarm>();
  const watched: { readonly metric: Metric; readonly look: () => number | undefined }[] = [];

  const evaluate = (): void => {
    for (const { metric, look } of watched) {
      const value = look();
      if (value !== undefined) measurements.record(metric, value);
    }
    for (const alarm of alarms.values()) alarm.evaluate(measurements, clock());
  };
  const timer = setInterval(evaluate, LOOK_EVERY_MS);
  timer.unref();

  return {
    targetPrefix: "GraniteServiceVersion20100801",
    protocol: "json-1.0",
    signingName: "monitoring",
    operations: ["DescribeAlarms"],
    async call(operation, input, caller) {
      if (operation !== "DescribeAlarms") {
        const message = `CloudWatch operation ${operation} is not available locally`;
        throw new AwsError("UnknownOperationException", message);
      }
      // Sooner than the minute or so that CloudWatch takes.
      evaluate();
      return describeAlarms([...alarms.values()], input, caller);
    },
    putAlarm(definition) {
      const parsed = alarmDefinitionSchema.parse(definition);
      alarms.set(parsed.AlarmName, new Alarm(parsed, clock()));
    },
    record: (metric, value) => measurements.record(metric, value),
    hearLog(line) {
      const { points, complaints } = readEmbeddedMetrics(line, clock());
      for (const { metric, value, atMs } of points) measurements.record(metric, value, atMs);
      return complaints;
    },
    watch: (metric, look) => void watched.push({ metric, look }),
    evaluate,
    close: () => clearInterval(timer),
  };
}
