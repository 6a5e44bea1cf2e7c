import { AwsError } from "../service.ts";

const MINUTE_MS = 60_000;
const UNITS_MS: Readonly<Record<string, number>> = {
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: 1_440 * MINUTE_MS,
};

/** The first moment behind `after` at which a schedule calls; milliseconds since the epoch. */
export type NextTime = (after: number) => number;

/**
 * `rate(1 hour)` from when the stack starts, and `cron(MINUTE HOUR * * ? *)` in UTC, where minute and hour are a number,
 * `*` or a step such as `*` with `/5`. Throws a ValidationException that names any other expression.
 */
export function nextTimeOf(expression: string, startedAt: number): NextTime {
  const rate = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const everyMs = Number(rate[1]) * (UNITS_MS[rate[2] ?? ""] ?? 0);
    return (after) => startedAt + (Math.floor((after - startedAt) / everyMs) + 1) * everyMs;
  }
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression);
  const [, minute = "", hour = "", day, month, weekday, year] = cron ?? [];
  const isDaily = (day === "*" && weekday === "?") || (day === "?" && weekday === "*");
  if (cron === null || !isDaily || month !== "*" || year !== "*") throw unsupported(expression);
  const [isMinute, isHour] = [fieldOf(minute, 59, expression), fieldOf(hour, 23, expression)];
  return (after) => {
    let at = (Math.floor(after / MINUTE_MS) + 1) * MINUTE_MS;
    while (!isMinute(new Date(at).getUTCMinutes()) || !isHour(new Date(at).getUTCHours())) at += MINUTE_MS;
    return at;
  };
}

function fieldOf(field: string, most: number, expression: string): (value: number) => boolean {
  if (field === "*") return () => true;
  const step = /^(?:\*|(\d+))\/([1-9]\d*)$/.exec(field);
  if (step !== null) {
    const [from, every] = [Number(step[1] ?? 0), Number(step[2])];
    if (from <= most) return (value) => value >= from && (value - from) % every === 0;
  }
  if (/^\d+$/.test(field) && Number(field) <= most) return (value) => value === Number(field);
  throw unsupported(expression);
}

const unsupported = (expression: string): AwsError =>
  new AwsError("ValidationException", `The schedule ${expression} is not available locally`);
