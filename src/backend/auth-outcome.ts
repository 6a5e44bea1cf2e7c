/** Who is signed in on this device. */
export interface HostIdentity {
  readonly email: string;
  /** Whether the access token says the group `hosts`. What is allowed, the API decides. */
  readonly isHost: boolean;
}

export type AuthRefusal =
  /** Address or password: which of the two, nobody is told. */
  | "wrong-password"
  | "too-many-attempts"
  /** The invitation's password is good for some days only. */
  | "invitation-over"
  /** Only an own password can be forgotten; the invitation's is in the mail. */
  | "never-signed-in"
  /** A few minutes may pass between the invitation's and the own password. */
  | "too-slow"
  | "disabled"
  | "wrong-code"
  | "expired-code"
  | "weak-password"
  | "unreachable"
  | "unknown";

export interface AuthRefused {
  readonly kind: "refused";
  readonly reason: AuthRefusal;
}

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly host: HostIdentity }
  /** The first time: the invitation's password has to be replaced. */
  | { readonly kind: "new-password-needed" }
  /** Somebody has reset the password: a code is needed. */
  | { readonly kind: "reset-needed" }
  | AuthRefused;

export type ResetOutcome = { readonly kind: "done" } | AuthRefused;
