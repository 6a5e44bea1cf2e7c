import { type Language, languages, toLanguage } from "#domain/language";

/**
 * In which language the page speaks: as its address says, as the reader's device does if that is one of ours, or as the
 * event does.
 */
export function pageLanguage(
  search: URLSearchParams,
  tags: readonly string[],
  event: Language | undefined,
): Language {
  const said = search.get("lang");
  const wished = languages.find((language) => language === said);
  const own = tags.find((tag) => /^(?:ja|en|zh)\b/i.test(tag));
  return wished ?? (own === undefined ? (event ?? "ja") : toLanguage(own));
}
