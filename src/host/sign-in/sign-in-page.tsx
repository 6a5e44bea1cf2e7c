import { useState } from "react";
import type { HostIdentity } from "../../backend/auth-outcome.ts";
import { CodeForm } from "./code-form.tsx";
import { FirstPasswordForm } from "./first-password-form.tsx";
import { ForgottenForm } from "./forgotten-form.tsx";
import type { HostAuth } from "./host-auth.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Where one stands at the door. */
export type Step =
  | { readonly name: "sign-in" }
  | { readonly name: "first-password" }
  | { readonly name: "forgotten"; readonly isNeeded: boolean }
  | { readonly name: "code" };

/** What every form at the door is handed. */
export interface FormProps {
  readonly auth: HostAuth;
  /** Kept from form to form. */
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onStep: (step: Step) => void;
  readonly onSignedIn: (host: HostIdentity) => void;
}

interface Props {
  readonly auth: HostAuth;
  readonly onSignedIn: (host: HostIdentity) => void;
  /** Somebody was signed in here until just now. */
  readonly hasEnded: boolean;
}

/** The door: sign in, choose a first password, or make up for a forgotten one. */
export function SignInPage({ auth, onSignedIn, hasEnded }: Props) {
  const [step, setStep] = useState<Step>({ name: "sign-in" });
  const [email, setEmail] = useState("");
  const form = { auth, email, onEmail: setEmail, onStep: setStep, onSignedIn };
  switch (step.name) {
    case "sign-in":
      return <SignInForm {...form} hasEnded={hasEnded} />;
    case "first-password":
      return <FirstPasswordForm {...form} />;
    case "forgotten":
      return <ForgottenForm {...form} isNeeded={step.isNeeded} />;
    case "code":
      return <CodeForm {...form} />;
  }
}
