import type { EventRules } from "../event-rules.ts";
import type { EventSettings } from "../event.ts";
import type { Language } from "../language.ts";
import { deletedByAt } from "../retention.ts";
import type { EventWords } from "./bot-words.ts";

const locales: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB", "zh-Hant": "zh-Hant-TW" };

/** An event has no time zone of its own; its language tells where the hall stands. */
export const timeZones: Readonly<Record<Language, string>> = {
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
  return {
    title: event.title,
    ...(event.rules?.photosPerGuest !== undefined && { photosPerGuest: event.rules.photosPerGuest }),
    opensAt: timeIn(event, language, event.opensAt, {
      month: "long",
      day: "numeric",
      weekday: "short",
      hour: "numeric",
      minute: "2-digit",
      hour12: false,
    }),
    deletedAt: deletedAt(event, language),
  };
}

/** K8: the last day on which anything of the event may be there, for people. */
export function deletedAt(
  event: Pick<EventSettings, "language" | "retentionEndsAt">,
  language: Language,
): string {
  const day = { year: "numeric", month: "long", day: "numeric" } as const;
  return timeIn(event, language, deletedByAt(event), day);
}

/** What the clock of the hall shows: 19:05. */
export function clockInHall(at: number, language: Language): string {
  return timeIn({ language }, language, at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

function timeIn(
  event: Pick<EventSettings, "language">,
  language: Language,
  at: number,
  options: Intl.DateTimeFormatOptions,
): string {
  const timeZone = timeZones[event.language];
  return new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(at);
}
