/** The door of the host's page. */
export interface HostSignInWords {
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly password: string;
  readonly showPassword: string;
  readonly signIn: string;
  readonly forgotten: string;
  readonly sessionEnded: string;

  readonly firstTitle: string;
  readonly firstLead: string;
  readonly newPassword: string;
  readonly passwordHint: string;
  readonly passwordRulesLabel: string;
  readonly passwordRules: Readonly<Record<"length" | "lower" | "upper" | "digit" | "symbol", string>>;
  readonly ruleKept: string;
  readonly ruleOpen: string;
  readonly saveAndGo: string;

  readonly forgottenTitle: string;
  readonly forgottenLead: string;
  readonly sendCode: string;
  readonly codeTitle: string;
  readonly codeLead: (email: string) => string;
  readonly codeHint: string;
  readonly code: string;
  readonly resetAndGo: string;
  readonly sendAgain: string;
  readonly sentAgain: string;
  readonly resetNeeded: string;
  readonly back: string;

  readonly strangerTitle: string;
  readonly strangerLead: (email: string) => string;
  readonly signOut: string;

  readonly refusals: Readonly<
    Record<
      | "wrong-password"
      | "too-many-attempts"
      | "invitation-over"
      | "never-signed-in"
      | "too-slow"
      | "disabled"
      | "wrong-code"
      | "expired-code"
      | "weak-password"
      | "unreachable"
      | "unknown",
      string
    >
  >;
}
