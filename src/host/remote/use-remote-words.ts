import { hostRemoteWords } from "#domain/words/host-remote";
import type { HostRemoteWords } from "#domain/words/host-remote-words";
import { useHostLanguage } from "../shell/language.tsx";

export function useRemoteWords(): HostRemoteWords {
  return hostRemoteWords[useHostLanguage()];
}
