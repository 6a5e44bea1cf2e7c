import { type FormEvent, useState } from "react";
import { hostSignInWords } from "#domain/words/host-sign-in";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { useTitle } from "../shell/use-title.ts";
import { Door, DoorNotice } from "./door.tsx";
import { KnownEmail } from "./email-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import { isGoodPassword } from "./password-rules.ts";
import type { FormProps } from "./sign-in-page.tsx";
import { useAttempt } from "./use-attempt.ts";

/** The code from the mail and the new password; signs in right away. */
export function CodeForm({ auth, email, onStep, onSignedIn }: FormProps) {
  const words = hostSignInWords[useHostLanguage()];
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [isSentAgain, setSentAgain] = useState(false);
  const { isBusy, refusal, refuse, run } = useAttempt();
  useTitle([words.codeTitle]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setSentAgain(false);
    if (!isGoodPassword(password)) return refuse("weak-password");
    const isReset = (await run(() => auth.resetPassword(email, code, password))) !== undefined;
    if (!isReset) return;
    const outcome = await run(() => auth.signIn(email, password));
    if (outcome?.kind === "signed-in") onSignedIn(outcome.host);
    // The password is new all the same: the door itself says what else is wrong.
    else onStep({ name: "sign-in" });
  };
  const sendAgain = async () => {
    if (isBusy) return;
    setSentAgain(false);
    setCode("");
    setSentAgain((await run(() => auth.sendCode(email))) !== undefined);
  };
  return (
    <Door title={words.codeTitle} lead={words.codeLead(email)}>
      <form className="door__form" onSubmit={(event) => void submit(event)}>
        <DoorNotice kind="bad">{refusal && words.refusals[refusal]}</DoorNotice>
        <DoorNotice kind="good">{isSentAgain ? words.sentAgain : null}</DoorNotice>
        <KnownEmail value={email} />
        <Field label={words.code} hint={words.codeHint}>
          <input
            className="door__code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            pattern="[0-9]{6}"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value.normalize("NFKC").replaceAll(/[^0-9]/g, ""))}
          />
        </Field>
        <NewPasswordField value={password} onChange={setPassword} />
        <Button type="submit" kind="primary" busy={isBusy}>
          {words.resetAndGo}
        </Button>
        <Button kind="quiet" onClick={() => void sendAgain()}>
          {words.sendAgain}
        </Button>
        <Button kind="quiet" onClick={() => onStep({ name: "sign-in" })}>
          {words.back}
        </Button>
      </form>
    </Door>
  );
}
