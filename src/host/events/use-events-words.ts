import type { Language } from "#domain/language";
import { hostEventsWords } from "#domain/words/host-events";
import type { HostEventsWords } from "#domain/words/host-events-words";
import { useHostLanguage } from "../shell/language.tsx";

/** The words of the pages of events, and in which language they are. */
export function useEventsWords(): { readonly language: Language; readonly words: HostEventsWords } {
  const language = useHostLanguage();
  return { language, words: hostEventsWords[language] };
}
