import { hostSignInWords } from "#domain/words/host-sign-in";
import { Button } from "../../ui/button.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { useTitle } from "../shell/use-title.ts";
import { Door } from "./door.tsx";

/** Somebody has an account, and no business here yet. */
export function NotAHost({ email, onSignOut }: { readonly email: string; readonly onSignOut: () => void }) {
  const words = hostSignInWords[useHostLanguage()];
  useTitle([words.strangerTitle]);
  return (
    <Door title={words.strangerTitle} lead={words.strangerLead(email)}>
      <Button kind="primary" onClick={onSignOut}>
        {words.signOut}
      </Button>
    </Door>
  );
}
