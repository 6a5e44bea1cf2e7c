import { type FormEvent, useState } from "react";
import { hostSignInWords } from "#domain/words/host-sign-in";
import { Button } from "../../ui/button.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { useTitle } from "../shell/use-title.ts";
import { Door, DoorNotice } from "./door.tsx";
import { KnownEmail } from "./email-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { isGoodPassword } from "./password-rules.ts";
import type { FormProps } from "./sign-in-page.tsx";
import { useAttempt } from "./use-attempt.ts";

/** The first time: the invitation's password is replaced by an own one. */
export function FirstPasswordForm({ auth, email, onStep, onSignedIn }: FormProps) {
  const words = hostSignInWords[useHostLanguage()];
  const [password, setPassword] = useState("");
  const { isBusy, refusal, refuse, run } = useAttempt();
  useTitle([words.firstTitle]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (!isGoodPassword(password)) return refuse("weak-password");
    const outcome = await run(() => auth.setNewPassword(password));
    if (outcome?.kind === "signed-in") onSignedIn(outcome.host);
  };
  return (
    <Door title={words.firstTitle} lead={words.firstLead}>
      <form className="door__form" onSubmit={(event) => void submit(event)}>
        <DoorNotice kind="bad">{refusal && words.refusals[refusal]}</DoorNotice>
        <KnownEmail value={email} />
        <NewPasswordField value={password} onChange={setPassword} />
        <Button type="submit" kind="primary" busy={isBusy}>
          {words.saveAndGo}
        </Button>
        <Button kind="quiet" onClick={() => onStep({ name: "sign-in" })}>
          {words.back}
        </Button>
      </form>
    </Door>
  );
}
