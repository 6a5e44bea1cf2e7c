import type { HostIdentity, ResetOutcome, SignInOutcome } from "../../backend/auth-outcome.ts";

/** The user pool, as the sign-in page needs it. Nothing of it rejects except `whoIsThere`. */
export interface HostAuth {
  /** Null: nobody. Rejects when the answer cannot be had now, for want of network for example. */
  readonly whoIsThere: () => Promise<HostIdentity | null>;
  readonly signIn: (email: string, password: string) => Promise<SignInOutcome>;
  /** After `new-password-needed`. */
  readonly setNewPassword: (password: string) => Promise<SignInOutcome>;
  /** Sends a code by mail. Done also for an address that nobody has. */
  readonly sendCode: (email: string) => Promise<ResetOutcome>;
  readonly resetPassword: (email: string, code: string, password: string) => Promise<ResetOutcome>;
  readonly signOut: () => Promise<void>;
  /** Told whenever it is worth asking again who is there: session over, other tab, back to this tab. */
  readonly onChange: (listener: () => void) => () => void;
}
