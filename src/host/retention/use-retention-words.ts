import type { Language } from "#domain/language";
import { hostRetentionWords } from "#domain/words/host-retention";
import type { HostRetentionWords } from "#domain/words/host-retention-words";
import { useHostLanguage } from "../shell/language.tsx";

export function useRetentionWords(): { readonly words: HostRetentionWords; readonly language: Language } {
  const language = useHostLanguage();
  return { words: hostRetentionWords[language], language };
}
