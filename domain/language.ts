/** The languages that every text exists in; the first is the default. */
export const languages = ["ja", "en", "zh-Hant"] as const;

export type Language = (typeof languages)[number];

/** LINE and browsers say `zh-TW`, `zh-HK` or `zh-Hant` for Traditional Chinese; everything unknown reads Japanese. */
export function toLanguage(tag: string | undefined): Language {
  if (tag === undefined) return "ja";
  const lower = tag.toLowerCase();
  if (lower.startsWith("zh")) return "zh-Hant";
  return lower.startsWith("en") ? "en" : "ja";
}
