import { type ComponentProps, useState } from "react";
import { hostSignInWords } from "#domain/words/host-sign-in";
import { Icon } from "../../ui/icon.tsx";
import { useHostLanguage } from "../shell/language.tsx";

/** A password that can be looked at: typing it blind on a phone is where most sign-ins fail. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const words = hostSignInWords[useHostLanguage()];
  const [isShown, setShown] = useState(false);
  return (
    <span className="password">
      <input
        {...props}
        type={isShown ? "text" : "password"}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <button
        type="button"
        className="password__eye"
        aria-label={words.showPassword}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        <Icon name={isShown ? "eye-closed" : "eye"} />
      </button>
    </span>
  );
}
