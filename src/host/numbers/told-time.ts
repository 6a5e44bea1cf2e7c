import type { EveningTime } from "#domain/evening-time";
import type { Language } from "#domain/language";

const locales: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB", "zh-Hant": "zh-Hant-TW" };
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** How far this machine's clock, which stands in the hall, is ahead of the epoch's, then; ms. */
export function zoneOf(at: number | undefined): number {
  return at === undefined ? 0 : -new Date(at).getTimezoneOffset() * MINUTE_MS;
}

/** How the times of an evening are told: by the clock alone, with the day where there is more than one. */
export function toldTime(time: EveningTime, language: Language): (at: number) => string {
  const { beginsAt, pieceMs, pieces } = time;
  const dayOf = new Intl.DateTimeFormat(locales[language], { month: "numeric", day: "numeric" });
  const clockOf = new Intl.DateTimeFormat(locales[language], {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  if (pieceMs >= DAY_MS) return (at) => dayOf.format(at);
  const isOneDay = dayOf.format(beginsAt) === dayOf.format(beginsAt + (pieces - 1) * pieceMs);
  return (at) => (isOneDay ? clockOf.format(at) : `${dayOf.format(at)} ${clockOf.format(at)}`);
}

/** The length of a piece. */
export function minutesOf({ pieceMs }: EveningTime): number {
  return pieceMs / MINUTE_MS;
}
