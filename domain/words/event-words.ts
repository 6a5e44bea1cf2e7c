import type { EventRules } from "../event-rules.ts";
import type { EventSettings } from "../event.ts";
import type { Language } from "../language.ts";
import type { EventWords } from "./bot-words.ts";

const locales: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB", "zh-Hant": "zh-Hant-TW" };

/** An event has no time zone of its own; its language tells where the hall stands. */
const timeZones: Readonly<Record<Language, string>> = {
  ja: "Asia/Tokyo",
  en: "Asia/Tokyo",
  "zh-Hant": "Asia/Taipei",
};

/** What sentences in the guest's language may say about an event. */
export function eventWords(
  event: Pick<EventSettings, "title" | "language" | "opensAt" | "retentionEndsAt"> & {
    readonly rules?: Pick<EventRules, "photosPerGuest">;
  },
  language: Language,
): EventWords {
  const text = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locales[language], { timeZone: timeZones[event.language], ...options }).format(
      at,
    );
  return {
    title: event.title,
    ...(event.rules?.photosPerGuest !== undefined && { photosPerGuest: event.rules.photosPerGuest }),
    opensAt: text(event.opensAt, {
      month: "long",
      day: "numeric",
      weekday: "short",
      hour: "numeric",
      minute: "2-digit",
      hour12: false,
    }),
    deletedAt: text(event.retentionEndsAt, { year: "numeric", month: "long", day: "numeric" }),
  };
}
