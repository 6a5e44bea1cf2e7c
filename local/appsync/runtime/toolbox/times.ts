import { FieldError } from "../../errors.ts";
import { current } from "../invocation.ts";
import { formattedTime, parsedTime } from "./formatted-time.ts";

function parsedIso(text: string): number {
  const atMs = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(atMs)) throw new FieldError(`Unable to parse the timestamp '${text}'`, "Code");
  return atMs;
}

export const times = {
  nowISO8601: () => new Date(current().clock()).toISOString(),
  nowEpochSeconds: () => Math.floor(current().clock() / 1000),
  nowEpochMilliSeconds: () => current().clock(),
  nowFormatted: (pattern: string, timeZone?: string) => formattedTime(current().clock(), pattern, timeZone),
  parseFormattedToEpochMilliSeconds: parsedTime,
  parseISO8601ToEpochMilliSeconds: parsedIso,
  epochMilliSecondsToSeconds: (atMs: number) => Math.floor(atMs / 1000),
  epochMilliSecondsToISO8601: (atMs: number) => new Date(atMs).toISOString(),
  epochMilliSecondsToFormatted: formattedTime,
};
