import * as z from "zod";
import type { Metric } from "./metric.ts";

/** What CloudWatch takes out of one line of a function's log. */
export interface LoggedMetrics {
  readonly points: readonly { readonly metric: Metric; readonly value: number; readonly atMs: number }[];
  /** Why nothing, or not everything, was taken: CloudWatch itself says so nowhere that anybody looks. */
  readonly complaints: readonly string[];
}

const NOTHING: LoggedMetrics = { points: [], complaints: [] };
const DAY_MS = 86_400_000;
const KEPT_BACK_MS = 14 * DAY_MS;
const KEPT_AHEAD_MS = 2 * 3_600_000;

const name = z.string().min(1).max(1024);
const amounts = ["", "Kilo", "Mega", "Giga", "Tera"].flatMap((much) =>
  ["bytes", "bits"].map((what) => `${much}${what}`.replace(/^b/, "B")),
);
const units = [
  "Seconds",
  "Microseconds",
  "Milliseconds",
  "Percent",
  "None",
  ...["Count", ...amounts].flatMap((unit) => [unit, `${unit}/Second`]),
];
const directive = z.strictObject({
  Namespace: name.regex(/^(?!AWS\/)[\w./#:-]+$/, "a namespace of one's own"),
  Dimensions: z.array(z.array(name.max(250)).max(30)),
  /** High resolution is not available locally. */
  Metrics: z.array(z.strictObject({ Name: name, Unit: z.enum(units).optional() })).max(100),
});
const lineSchema = z.looseObject({
  _aws: z.strictObject({ Timestamp: z.int(), CloudWatchMetrics: z.array(directive) }),
});
const valueSchema = z.union([z.number(), z.array(z.number()).max(100)]);

type Line = z.output<typeof lineSchema>;
type Directive = z.output<typeof directive>;

/** The embedded metric format: only a line that is one JSON object with `_aws` holds metrics. */
export function readEmbeddedMetrics(line: string, nowMs: number): LoggedMetrics {
  if (!line.startsWith("{") || !line.includes('"_aws"')) return NOTHING;
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) return refused(z.prettifyError(parsed.error).replaceAll("\n", " "));
  const { Timestamp: atMs, CloudWatchMetrics: directives } = parsed.data._aws;
  if (atMs < nowMs - KEPT_BACK_MS || atMs > nowMs + KEPT_AHEAD_MS) {
    return refused(`the time stamp ${atMs} is older than two weeks or more than two hours ahead`);
  }
  const read = directives.map((one) => readDirective(one, parsed.data, atMs));
  return {
    points: read.flatMap(({ points }) => points),
    complaints: read.flatMap(({ complaints }) => complaints),
  };
}

function readDirective(
  { Namespace: namespace, Dimensions: sets, Metrics: metrics }: Directive,
  line: Line,
  atMs: number,
): LoggedMetrics {
  const complaints: string[] = [];
  const points = metrics.flatMap(({ Name }) => {
    const values = valueSchema.safeParse(line[Name]);
    if (!values.success) complaints.push(`${Name} is no number and no list of at most 100`);
    return sets.flatMap((set) => {
      const dimensions = dimensionsOf(set, line);
      if (dimensions === undefined) complaints.push(`a dimension of ${set.join()} is no text of the line`);
      if (dimensions === undefined || !values.success) return [];
      const metric = { namespace, name: Name, dimensions };
      return [values.data].flat().map((value) => ({ metric, value, atMs }));
    });
  });
  return { points, complaints };
}

function dimensionsOf(set: readonly string[], line: Line): Readonly<Record<string, string>> | undefined {
  const values = z.array(z.string().min(1).max(1024)).safeParse(set.map((one) => line[one]));
  return values.success ? Object.fromEntries(set.map((one, at) => [one, values.data[at] ?? ""])) : undefined;
}

const refused = (why: string): LoggedMetrics => ({ points: [], complaints: [why] });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
