import { hostSignInWords } from "#domain/words/host-sign-in";
import { Field } from "../../ui/field.tsx";
import { useHostLanguage } from "../shell/language.tsx";

interface Props {
  readonly value: string;
  readonly onChange: (email: string) => void;
}

export function EmailField({ value, onChange }: Props) {
  const words = hostSignInWords[useHostLanguage()];
  return (
    <Field label={words.email}>
      <input
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        required
        value={value}
        // A space that a phone's keyboard adds is no part of any address.
        onChange={(event) => onChange(event.target.value.trim())}
      />
    </Field>
  );
}

/** Tells a password manager whose password is being set. */
export function KnownEmail({ value }: { readonly value: string }) {
  return (
    <input
      className="unseen"
      type="email"
      name="email"
      autoComplete="username"
      value={value}
      readOnly
      hidden
    />
  );
}
