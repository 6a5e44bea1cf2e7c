import { useState } from "react";
import { hostShellWords } from "#domain/words/host-shell";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useSignedIn } from "./host-identity.ts";
import { LanguageSwitch, useHostLanguage } from "./language.tsx";

/** Who is signed in, the language, and the way out. */
export function AccountButton() {
  const words = hostShellWords[useHostLanguage()];
  const { host, signOut } = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="shell__account"
        aria-label={words.account}
        onClick={() => setOpen(true)}
      >
        <Icon name="person" />
      </button>
      {isOpen && (
        <Dialog title={words.account} onClose={() => setOpen(false)}>
          <div className="account">
            <p className="account__who">{words.signedInAs(host.email)}</p>
            <LanguageSwitch />
            <Button onClick={signOut}>
              <Icon name="leave" />
              {words.signOut}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
