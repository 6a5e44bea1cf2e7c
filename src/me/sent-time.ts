import type { Language } from "#domain/language";

export function sentTime(sentAt: number, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return format.format(sentAt);
}
