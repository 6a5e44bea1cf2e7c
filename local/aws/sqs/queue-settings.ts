import * as z from "zod";
import { AwsError } from "../service.ts";

const seconds = (max: number, min = 0) => z.coerce.number().int().min(min).max(max);

const redriveSchema = z.strictObject({
  deadLetterTargetArn: z.string().startsWith("arn:aws:sqs:"),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

/** The attributes that shape what a queue does. */
const actingSchema = z.object({
  DelaySeconds: seconds(900).default(0),
  MaximumMessageSize: z.coerce.number().int().min(1024).max(1_048_576).default(1_048_576),
  MessageRetentionPeriod: seconds(1_209_600, 60).default(345_600),
  ReceiveMessageWaitTimeSeconds: seconds(20).default(0),
  RedrivePolicy: redriveSchema.optional(),
  VisibilityTimeout: seconds(43_200).default(30),
});

/** Attributes that are kept and shown but act on nothing here: no resource policies, no encryption at rest. */
const idle = [
  "KmsDataKeyReusePeriodSeconds",
  "KmsMasterKeyId",
  "Policy",
  "RedriveAllowPolicy",
  "SqsManagedSseEnabled",
] as const;

export interface QueueSettings extends z.output<typeof actingSchema> {
  readonly idle: Readonly<Record<string, string>>;
}

/** As the API gives them (strings) or as a template does (numbers, objects). */
export type QueueAttributes = Readonly<Record<string, unknown>>;

/** Throws `InvalidAttributeName`, `InvalidAttributeValue`, or `UnsupportedOperation` for FIFO queues. */
export function parseSettings(attributes: QueueAttributes): QueueSettings {
  const known = new Set<string>([...Object.keys(actingSchema.shape), ...idle]);
  for (const name of Object.keys(attributes)) {
    if (/^(FifoQueue|ContentBasedDeduplication|DeduplicationScope|FifoThroughputLimit)$/.test(name)) {
      throw new AwsError("UnsupportedOperation", `FIFO queues (${name}) are not available locally`);
    }
    if (!known.has(name)) throw new AwsError("InvalidAttributeName", `Unknown Attribute ${name}.`);
  }
  const { RedrivePolicy, ...rest } = attributes;
  const result = actingSchema.safeParse({
    ...rest,
    ...(isGiven(RedrivePolicy) && { RedrivePolicy: read(RedrivePolicy) }),
  });
  if (!result.success) throw new AwsError("InvalidAttributeValue", z.prettifyError(result.error));
  const kept = idle.flatMap((name) => (name in attributes ? [[name, asText(attributes[name])]] : []));
  return { ...result.data, idle: Object.fromEntries(kept) };
}

/** All attributes as the API shows them. */
export function showSettings(settings: QueueSettings): Record<string, string> {
  const { idle: kept, RedrivePolicy, ...numbers } = settings;
  return {
    ...kept,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
    ...(RedrivePolicy !== undefined && { RedrivePolicy: JSON.stringify(RedrivePolicy) }),
  };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== "";
}

function read(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new AwsError("InvalidAttributeValue", "RedrivePolicy is not JSON");
  }
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
