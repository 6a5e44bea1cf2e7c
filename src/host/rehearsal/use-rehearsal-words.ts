import type { Language } from "#domain/language";
import { hostRehearsalWords } from "#domain/words/host-rehearsal";
import type { HostRehearsalWords } from "#domain/words/host-rehearsal-words";
import { useHostLanguage } from "../shell/language.tsx";

export interface RehearsalTexts {
  readonly language: Language;
  readonly words: HostRehearsalWords;
  readonly inWords: (count: number) => string;
}

export function useRehearsalWords(): RehearsalTexts {
  const language = useHostLanguage();
  return {
    language,
    words: hostRehearsalWords[language],
    inWords: (count) => count.toLocaleString(language),
  };
}
