import { hostSignInWords } from "#domain/words/host-sign-in";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { PasswordInput } from "./password-input.tsx";
import { isKept, passwordRules } from "./password-rules.ts";

interface Props {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

/** An own password, with the rules beside it, each ticked off while one types. */
export function NewPasswordField({ value, onChange }: Props) {
  const words = hostSignInWords[useHostLanguage()];
  return (
    <div className="new-password">
      <Field label={words.newPassword} hint={words.passwordHint}>
        <PasswordInput
          name="new-password"
          autoComplete="new-password"
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      <ul className="new-password__rules" aria-label={words.passwordRulesLabel}>
        {passwordRules.map((rule) => (
          <li key={rule} className={isKept(rule, value) ? "new-password__kept" : "new-password__open"}>
            <Icon name="check" />
            {words.passwordRules[rule]}
            <span className="unseen">{isKept(rule, value) ? words.ruleKept : words.ruleOpen}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
