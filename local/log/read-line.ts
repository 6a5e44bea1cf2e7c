import * as z from "zod";
import type { Entry } from "./entry.ts";
import { inWords } from "./in-words.ts";

/** What `functions/shared/log.ts` writes. */
const structured = z
  .object({
    level: z.enum(["info", "warn", "error"]),
    code: z.string(),
    photo: z.string().optional(),
    /** For CloudWatch only. */
    _aws: z
      .unknown()
      .optional()
      .transform(() => undefined),
  })
  .catchall(z.union([z.string(), z.number(), z.boolean()]));

const crash = z.object({
  errorType: z.string().optional(),
  errorMessage: z.string(),
  trace: z.array(z.string()).optional(),
});

/** What a line of a function or a stand-in says, which begin with their name: `line-worker: {"level":"info",…}`. */
export function readLine(line: string): Entry {
  const { source, rest, details } = partsOf(line);
  const told = structured.safeParse(parseJson(rest));
  if (told.success) {
    const { photo, cause } = told.data;
    // The same for every photo here, and known: no trouble of this one.
    const level = String(cause).endsWith("NotAvailableLocallyException") ? "info" : told.data.level;
    return { level, source, ...(photo !== undefined && { photo }), text: masked(inWords(told.data)) };
  }
  const invokeError = /^ERROR Invoke Error (\{.*)$/.exec(rest)?.[1];
  const crashed = crash.safeParse(invokeError === undefined ? undefined : parseJson(invokeError));
  if (crashed.success) return { level: "error", source, text: masked(describeCrash(crashed.data)) };
  // What goes wrong on command shall be seen, and is no defect.
  const level = source === "faults" ? "warn" : levelOf(rest);
  // The mark of the line says it.
  const text = masked(rest.replace(/^ERROR /, ""));
  return { level, source, text, ...(details !== "" && { details: masked(details) }) };
}

interface Parts {
  readonly source: string;
  readonly rest: string;
  readonly details: string;
}

function partsOf(line: string): Parts {
  const end = line.indexOf("\n");
  const [firstLine, details] = end < 0 ? [line, ""] : [line.slice(0, end), line.slice(end + 1).trimEnd()];
  const [, source, rest] = /^([\w.-]+): (.*)$/.exec(firstLine) ?? [];
  return source === undefined || rest === undefined
    ? { source: "stack", rest: firstLine, details }
    : { source, rest, details };
}

function describeCrash({ errorType, errorMessage, trace = [] }: z.output<typeof crash>): string {
  const place = trace
    .map((step) => /([\w.-]+:\d+):\d+\)?$/.exec(step)?.[1])
    .find((found) => found !== undefined);
  return `crashed: ${errorType ?? "Error"}: ${errorMessage}${place === undefined ? "" : ` (${place})`}`;
}

/** Lines that nobody structured are mostly faults. */
function levelOf(text: string): Entry["level"] {
  if (/\bERROR\b|\bfault of a stand-in\b|\bfailed\b/.test(text)) return "error";
  return /\b(?:refused|denied|not authorized|throttled|killed|warn(?:ing)?)\b/i.test(text) ? "warn" : "info";
}

/** Errors of libraries may quote an address with somebody's LINE id in it. */
function masked(text: string): string {
  return text.replace(/\bU[0-9a-f]{32}\b/g, "U…");
}

function parseJson(text: string): unknown {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not every line that begins so is ours
  }
}
