import { FieldError, unsupportedLocally } from "../../errors.ts";
import { current } from "../invocation.ts";

const WIDTHS: Readonly<Record<string, number>> = {
  yyyy: 4,
  MM: 2,
  dd: 2,
  HH: 2,
  mm: 2,
  ss: 2,
  SSS: 3,
};

function partsIn(atMs: number, timeZone: string): Readonly<Record<string, number>> {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const parts = Object.fromEntries(
    format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]),
  );
  return {
    yyyy: parts["year"] ?? 0,
    MM: parts["month"] ?? 0,
    dd: parts["day"] ?? 0,
    HH: parts["hour"] ?? 0,
    mm: parts["minute"] ?? 0,
    ss: parts["second"] ?? 0,
    SSS: ((atMs % 1000) + 1000) % 1000,
  };
}

/** The patterns of Java's DateTimeFormatter that consist of fixed-width numbers and literals. */
function formatted(atMs: number, pattern: string, timeZone = "UTC"): string {
  const parts = partsIn(atMs, timeZone);
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*/g, (token, literal: string | undefined) => {
    if (literal !== undefined) return literal || "'";
    const width = WIDTHS[token];
    if (!width) throw unsupportedLocally(`The date pattern letter group "${token}"`);
    return String(parts[token]).padStart(width, "0");
  });
}

function parsedIso(text: string): number {
  const atMs = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(atMs)) throw new FieldError(`Unable to parse the timestamp '${text}'`, "Code");
  return atMs;
}

export const times = {
  nowISO8601: () => new Date(current().clock()).toISOString(),
  nowEpochSeconds: () => Math.floor(current().clock() / 1000),
  nowEpochMilliSeconds: () => current().clock(),
  nowFormatted: (pattern: string, timeZone?: string) => formatted(current().clock(), pattern, timeZone),
  parseFormattedToEpochMilliSeconds(): never {
    throw unsupportedLocally("util.time.parseFormattedToEpochMilliSeconds");
  },
  parseISO8601ToEpochMilliSeconds: parsedIso,
  epochMilliSecondsToSeconds: (atMs: number) => Math.floor(atMs / 1000),
  epochMilliSecondsToISO8601: (atMs: number) => new Date(atMs).toISOString(),
  epochMilliSecondsToFormatted: formatted,
};
