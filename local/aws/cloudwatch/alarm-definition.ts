import * as z from "zod";
import { KEPT_MINUTES, statistics } from "./measurements.ts";

export const comparisons = [
  "GreaterThanOrEqualToThreshold",
  "GreaterThanThreshold",
  "LessThanThreshold",
  "LessThanOrEqualToThreshold",
] as const;

/** An alarm in the words of its template. Members that are not here (metric math, percentiles) are refused by name. */
export const alarmDefinitionSchema = z
  .strictObject({
    AlarmName: z.string().min(1).max(255),
    AlarmDescription: z.string().max(1024).optional(),
    Namespace: z.string(),
    MetricName: z.string(),
    Dimensions: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
    Statistic: z.enum(statistics),
    /** Seconds; services report once a minute. */
    Period: z.int().multipleOf(60).min(60),
    EvaluationPeriods: z.int().min(1),
    DatapointsToAlarm: z.int().min(1).optional(),
    Threshold: z.number(),
    ComparisonOperator: z.enum(comparisons),
    TreatMissingData: z.enum(["breaching", "notBreaching", "ignore", "missing"]).default("missing"),
  })
  .refine(({ Period, EvaluationPeriods }) => (Period / 60) * EvaluationPeriods < KEPT_MINUTES, {
    message: `no stand-in remembers more than ${KEPT_MINUTES} minutes`,
  })
  .refine(({ DatapointsToAlarm = 1, EvaluationPeriods }) => DatapointsToAlarm <= EvaluationPeriods, {
    message: "DatapointsToAlarm is more than EvaluationPeriods",
  });

export type AlarmDefinition = z.output<typeof alarmDefinitionSchema>;
