import type { Language } from "#domain/language";
import { dayText, timeText } from "./clock-text.ts";

const locales: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB", "zh-Hant": "zh-Hant-TW" };
const DAY_MS = 86_400_000;
const YEAR_MS = 300 * DAY_MS;

/** From when to when, in the clock of this machine; the year only where it is needed. */
export function period(
  { opensAt, closesAt }: { readonly opensAt: number; readonly closesAt: number },
  now: number,
  language: Language,
): string {
  const isFar = Math.abs(opensAt - now) > YEAR_MS;
  const dayOf = new Intl.DateTimeFormat(locales[language], {
    ...(isFar && { year: "numeric" }),
    month: "short",
    day: "numeric",
    weekday: "short",
  });
  const opens = `${dayOf.format(opensAt)} ${timeText(opensAt)}`;
  const isOneDay = dayText(opensAt) === dayText(closesAt);
  return isOneDay
    ? `${opens}–${timeText(closesAt)}`
    : `${opens} – ${dayOf.format(closesAt)} ${timeText(closesAt)}`;
}

export function moment(at: number, language: Language): string {
  const format: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short", hour12: false };
  return new Intl.DateTimeFormat(locales[language], format).format(at);
}

export function day(at: number, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long" }).format(at);
}

/** Whole days from now. */
export function daysUntil(at: number, now: number): number {
  return Math.floor((at - now) / DAY_MS);
}

/** As people in that language join things. */
export function listed(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "unit", style: "short" }).format(parts);
}
