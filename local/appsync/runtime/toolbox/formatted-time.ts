import { FieldError, unsupportedLocally } from "../../errors.ts";

/** Letter groups of Java's DateTimeFormatter that are numbers of a fixed width. */
const WIDTHS: Readonly<Record<string, number>> = {
  yyyy: 4,
  MM: 2,
  dd: 2,
  HH: 2,
  mm: 2,
  ss: 2,
  SSS: 3,
};
const MINUTE_MS = 60_000;

type Parts = Readonly<Record<string, number>>;

function partsIn(atMs: number, timeZone: string): Parts {
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

/** What a clock on the wall shows, read as if it hung in Greenwich. */
function asUtc(parts: Parts): number {
  const { yyyy = 1970, MM = 1, dd = 1, HH = 0, mm = 0, ss = 0, SSS = 0 } = parts;
  return Date.UTC(yyyy, MM - 1, dd, HH, mm, ss, SSS);
}

const offsetMs = (atMs: number, timeZone: string): number => asUtc(partsIn(atMs, timeZone)) - atMs;

/** `+0900`. */
function zoneText(ms: number): string {
  const minutes = Math.abs(ms) / MINUTE_MS;
  const digits = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${ms < 0 ? "-" : "+"}${digits.join("")}`;
}

/** Calls back for every letter group and literal; throws for a letter group that is not supported here. */
function translated(
  pattern: string,
  group: (letters: string) => string,
  literal: (text: string) => string,
): string {
  return pattern.replace(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+/g, (token: string, quoted?: string) => {
    if (quoted !== undefined) return literal(quoted || "'");
    if (!/^[A-Za-z]/.test(token)) return literal(token);
    if (token !== "Z" && !WIDTHS[token]) throw unsupportedLocally(`The date pattern letter group "${token}"`);
    return group(token);
  });
}

/** Fixed-width numbers, literals and `Z`, the offset without a colon. */
export function formattedTime(atMs: number, pattern: string, timeZone = "UTC"): string {
  const parts = partsIn(atMs, timeZone);
  const group = (letters: string) =>
    letters === "Z"
      ? zoneText(offsetMs(atMs, timeZone))
      : String(parts[letters]).padStart(WIDTHS[letters] ?? 0, "0");
  return translated(pattern, group, (text) => text);
}

/** Milliseconds since the epoch; the zone comes from the text or else from `timeZone`. Throws for a text of another form. */
export function parsedTime(text: string, pattern: string, timeZone?: string): number {
  const names: string[] = [];
  const form = translated(
    pattern,
    (letters) => {
      names.push(letters);
      return letters === "Z" ? String.raw`([+-]\d{4})` : String.raw`(\d{${WIDTHS[letters]}})`;
    },
    (literal) => literal.replace(/[\\^$.|?*+()[\]{}/-]/g, String.raw`\$&`),
  );
  const values = new RegExp(`^${form}$`).exec(text)?.slice(1);
  const given = Object.fromEntries(names.map((name, index) => [name, values?.[index] ?? ""]));
  const { Z: zone, ...numbers } = given;
  const wall = asUtc(Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, +value])));
  if (values && zone) {
    const minutes = +zone.slice(1, 3) * 60 + +zone.slice(3);
    return wall - (zone.startsWith("-") ? -minutes : minutes) * MINUTE_MS;
  }
  if (!values || timeZone === undefined) {
    throw new FieldError(`Unable to parse the timestamp '${text}' with the format '${pattern}'`, "Code");
  }
  // The offset at that hour is known only once the hour is: the second look corrects the first around a change of clocks.
  const guess = wall - offsetMs(wall, timeZone);
  return wall - offsetMs(guess, timeZone);
}
