import type { FormEvent } from "react";
import { hostSignInWords } from "#domain/words/host-sign-in";
import { Button } from "../../ui/button.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { useTitle } from "../shell/use-title.ts";
import { Door, DoorNotice } from "./door.tsx";
import { EmailField } from "./email-field.tsx";
import type { FormProps } from "./sign-in-page.tsx";
import { useAttempt } from "./use-attempt.ts";

/** Asks for a code by mail. `isNeeded`: somebody has reset the password, there is no way around. */
export function ForgottenForm({
  auth,
  email,
  onEmail,
  onStep,
  isNeeded,
}: FormProps & { readonly isNeeded: boolean }) {
  const words = hostSignInWords[useHostLanguage()];
  const { isBusy, refusal, run } = useAttempt();
  useTitle([words.forgottenTitle]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const outcome = await run(() => auth.sendCode(email));
    if (outcome !== undefined) onStep({ name: "code" });
  };
  return (
    <Door title={words.forgottenTitle} lead={words.forgottenLead}>
      <form className="door__form" onSubmit={(event) => void submit(event)}>
        <DoorNotice kind="bad">{refusal && words.refusals[refusal]}</DoorNotice>
        {isNeeded && <DoorNotice kind="good">{words.resetNeeded}</DoorNotice>}
        <EmailField value={email} onChange={onEmail} />
        <Button type="submit" kind="primary" busy={isBusy}>
          {words.sendCode}
        </Button>
        <Button kind="quiet" onClick={() => onStep({ name: "sign-in" })}>
          {words.back}
        </Button>
      </form>
    </Door>
  );
}
