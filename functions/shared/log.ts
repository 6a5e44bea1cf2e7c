type Details = Readonly<Record<string, string | number | boolean>>;

export interface Measurement {
  readonly value: number;
  readonly unit: "Percent" | "Count";
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whose metric it is: deployments in the same account are told apart by it. */
  readonly functionName: string;
}

/** One line of JSON each. Names and counts only: no text of a message, no user id, no token. */
export const log = {
  info: (code: string, details: Details = {}): void => write("info", code, details),
  warn: (code: string, details: Details = {}): void => write("warn", code, details),
  error: (code: string, details: Details = {}): void => write("error", code, details),
  /** A number that CloudWatch takes out of the log by itself (embedded metric format), as `Egao` and this name. */
  metric: (name: string, { value, unit, at, functionName }: Measurement): void => {
    const metric = {
      Namespace: "Egao",
      Dimensions: [["FunctionName"]],
      Metrics: [{ Name: name, Unit: unit }],
    };
    const _aws = { Timestamp: at, CloudWatchMetrics: [metric] };
    write("info", name, { [name]: value, FunctionName: functionName, _aws });
  },
};

function write(
  level: "info" | "warn" | "error",
  code: string,
  details: Readonly<Record<string, unknown>>,
): void {
  process.stdout.write(`${JSON.stringify({ level, code, ...details })}\n`);
}
