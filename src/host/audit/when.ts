import type { Language } from "#domain/language";

const locales: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB", "zh-Hant": "zh-Hant-TW" };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** `19:42`, by the clock of the host's machine. */
export function clockTime(at: number, language: Language): string {
  return format(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** `11月21日(土)` */
export function dayName(at: number, language: Language): string {
  return format(language, { month: "long", day: "numeric", weekday: "short" }).format(at);
}

/** `11月21日 19:42` */
export function dayAndTime(at: number, language: Language): string {
  const options = { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  return format(language, { ...options, hourCycle: "h23" }).format(at);
}

/** `3分前`, older than a day by the calendar; a moment of another machine's future is now. */
export function howLongAgo(at: number, now: number, language: Language): string {
  const ago = Math.max(0, now - at);
  const relative = relativeFormat(language);
  if (ago < MINUTE_MS) return relative.format(0, "second");
  if (ago < HOUR_MS) return relative.format(-Math.floor(ago / MINUTE_MS), "minute");
  if (ago < DAY_MS) return relative.format(-Math.floor(ago / HOUR_MS), "hour");
  return relative.format(-Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS), "day");
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Making one of these takes longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<Language, Intl.RelativeTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join(" ")}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, known);
  return known;
}

function relativeFormat(language: Language): Intl.RelativeTimeFormat {
  const known =
    relativeFormats.get(language) ?? new Intl.RelativeTimeFormat(locales[language], { numeric: "auto" });
  relativeFormats.set(language, known);
  return known;
}
