import {
  confirmResetPassword,
  confirmSignIn,
  fetchAuthSession,
  resetPassword,
  signIn,
  type SignInOutput,
  signOut,
} from "aws-amplify/auth";
import { Hub } from "aws-amplify/utils";
import type { HostIdentity, ResetOutcome, SignInOutcome } from "./auth-outcome.ts";
import { authRefusal } from "./auth-refusal.ts";
import { connectBackend } from "./client.ts";

const GROUP = "hosts";
/** What Amplify's keys in the browser's storage begin with. */
const STORED = "CognitoIdentityServiceProvider.";

/** Null: nobody. Renews an expired token first; rejects when that cannot be done now. */
export async function whoIsThere(): Promise<HostIdentity | null> {
  await connectBackend();
  const { tokens } = await fetchAuthSession();
  if (tokens === undefined) return null;
  const groups = tokens.accessToken.payload["cognito:groups"];
  const email = tokens.idToken?.payload["email"];
  return {
    email: typeof email === "string" ? email : "",
    isHost: Array.isArray(groups) && groups.includes(GROUP),
  };
}

export function signInHost(email: string, password: string): Promise<SignInOutcome> {
  return outcomeOf(async () => {
    await connectBackend();
    return signIn({ username: email, password });
  });
}

export function setNewPassword(password: string): Promise<SignInOutcome> {
  return outcomeOf(() => confirmSignIn({ challengeResponse: password }));
}

async function outcomeOf(attempt: () => Promise<SignInOutput>): Promise<SignInOutcome> {
  try {
    const { nextStep } = await attempt();
    switch (nextStep.signInStep) {
      case "DONE":
        return await signedIn();
      case "CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED":
        return { kind: "new-password-needed" };
      case "RESET_PASSWORD":
        return { kind: "reset-needed" };
      default:
        throw new Error(`the user pool asks for ${nextStep.signInStep}, which this page does not know`);
    }
  } catch (error) {
    // Another tab was quicker.
    if (error instanceof Error && error.name === "UserAlreadyAuthenticatedException") return signedIn();
    return refused(error);
  }
}

async function signedIn(): Promise<SignInOutcome> {
  const host = await whoIsThere();
  if (host === null) throw new Error("signed in, and nobody is there");
  return { kind: "signed-in", host };
}

export function sendCode(email: string): Promise<ResetOutcome> {
  return done(async () => {
    await connectBackend();
    await resetPassword({ username: email });
  });
}

export function confirmCode(email: string, code: string, password: string): Promise<ResetOutcome> {
  return done(() => confirmResetPassword({ username: email, confirmationCode: code, newPassword: password }));
}

async function done(attempt: () => Promise<void>): Promise<ResetOutcome> {
  try {
    await attempt();
    return { kind: "done" };
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown) {
  const reason = authRefusal(error);
  if (reason === "unknown") console.warn("the user pool refused", error);
  return { kind: "refused", reason } as const;
}

/** Forgets the tokens of this device, also without network. */
export async function signOutHost(): Promise<void> {
  await signOut().catch((error: unknown) => console.warn("signed out on this device only", error));
}

/** Tells when somebody else than before may be there; the returned function ends it. */
export function watchSession(listener: () => void): () => void {
  const stopHub = Hub.listen("auth", ({ payload }) => {
    if (payload.event === "signedOut" || payload.event === "tokenRefresh_failure") listener();
  });
  const onStorage = ({ key }: StorageEvent) => {
    // Null: everything was cleared.
    if (key === null || key.startsWith(STORED)) listener();
  };
  const onAwake = () => {
    if (document.visibilityState === "visible") listener();
  };
  globalThis.addEventListener("storage", onStorage);
  document.addEventListener("visibilitychange", onAwake);
  return () => {
    stopHub();
    globalThis.removeEventListener("storage", onStorage);
    document.removeEventListener("visibilitychange", onAwake);
  };
}
