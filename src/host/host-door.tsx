import type { ReactNode } from "react";
import { hostShellWords } from "#domain/words/host-shell";
import { Toasts } from "../ui/toasts.tsx";
import { UiWordsContext } from "../ui/ui-words.ts";
import { LanguageProvider, useHostLanguage } from "./shell/language.tsx";
import type { HostAuth } from "./sign-in/host-auth.ts";
import { SignInGate } from "./sign-in/sign-in-gate.tsx";
import "./shell/fonts.ts";
import "./shell/host.css";

interface Props {
  readonly auth: HostAuth;
  readonly children: ReactNode;
}

/** Lets signed-in members of the group `hosts` in, and speaks their language. */
export function HostDoor({ auth, children }: Props) {
  return (
    <LanguageProvider>
      <InLanguage auth={auth}>{children}</InLanguage>
    </LanguageProvider>
  );
}

function InLanguage({ auth, children }: Props) {
  const language = useHostLanguage();
  return (
    <div className="host" lang={language}>
      <UiWordsContext value={hostShellWords[language]}>
        <SignInGate auth={auth}>
          <Toasts>{children}</Toasts>
        </SignInGate>
      </UiWordsContext>
    </div>
  );
}
