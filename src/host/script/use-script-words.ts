import { hostScriptWords } from "#domain/words/host-script";
import type { HostScriptWords } from "#domain/words/host-script-words";
import { useHostLanguage } from "../shell/language.tsx";

/** In the language that the MC speaks. */
export function useScriptWords(): HostScriptWords {
  return hostScriptWords[useHostLanguage()];
}
