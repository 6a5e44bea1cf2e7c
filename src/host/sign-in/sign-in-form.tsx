import { type FormEvent, useState } from "react";
import { hostSignInWords } from "#domain/words/host-sign-in";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { useTitle } from "../shell/use-title.ts";
import { Door, DoorNotice } from "./door.tsx";
import { EmailField } from "./email-field.tsx";
import { PasswordInput } from "./password-input.tsx";
import type { FormProps } from "./sign-in-page.tsx";
import { useAttempt } from "./use-attempt.ts";

export function SignInForm({
  auth,
  email,
  onEmail,
  onStep,
  onSignedIn,
  hasEnded,
}: FormProps & { readonly hasEnded: boolean }) {
  const words = hostSignInWords[useHostLanguage()];
  const [password, setPassword] = useState("");
  const { isBusy, refusal, run } = useAttempt();
  useTitle([words.title]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const outcome = await run(() => auth.signIn(email, password));
    if (outcome?.kind === "signed-in") onSignedIn(outcome.host);
    else if (outcome?.kind === "new-password-needed") onStep({ name: "first-password" });
    else if (outcome?.kind === "reset-needed") onStep({ name: "forgotten", isNeeded: true });
  };
  return (
    <Door title={words.title} lead={words.lead}>
      <form className="door__form" onSubmit={(event) => void submit(event)}>
        <DoorNotice kind="bad">{refusal && words.refusals[refusal]}</DoorNotice>
        {hasEnded && refusal === null && <DoorNotice kind="good">{words.sessionEnded}</DoorNotice>}
        <EmailField value={email} onChange={onEmail} />
        <Field label={words.password}>
          <PasswordInput
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" kind="primary" busy={isBusy}>
          {words.signIn}
        </Button>
        <Button kind="quiet" onClick={() => onStep({ name: "forgotten", isNeeded: false })}>
          {words.forgotten}
        </Button>
      </form>
    </Door>
  );
}
