import type { HostIdentity, ResetOutcome, SignInOutcome } from "../../backend/auth-outcome.ts";
import type { HostAuth } from "./host-auth.ts";

export const hanako: HostIdentity = { email: "hanako@example.org", isHost: true };

/** A user pool that answers what a test tells it to, and writes down what it was asked. */
export function fakeAuth(start: HostIdentity | null = null) {
  const asked: unknown[][] = [];
  const listeners = new Set<() => void>();
  const answers: {
    there: HostIdentity | null | Error;
    signIn: SignInOutcome;
    newPassword: SignInOutcome;
    code: ResetOutcome;
    reset: ResetOutcome;
  } = {
    there: start,
    signIn: { kind: "signed-in", host: hanako },
    newPassword: { kind: "signed-in", host: hanako },
    code: { kind: "done" },
    reset: { kind: "done" },
  };
  const ask = async <T>(name: string, answer: T, ...args: unknown[]): Promise<T> => {
    asked.push([name, ...args]);
    return answer;
  };
  const auth: HostAuth = {
    whoIsThere: async () => {
      if (answers.there instanceof Error) throw answers.there;
      return answers.there;
    },
    signIn: (...args) => ask("signIn", answers.signIn, ...args),
    setNewPassword: (...args) => ask("setNewPassword", answers.newPassword, ...args),
    sendCode: (...args) => ask("sendCode", answers.code, ...args),
    resetPassword: (...args) => ask("resetPassword", answers.reset, ...args),
    signOut: () => ask("signOut", undefined),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const change = (): void => listeners.forEach((listener) => listener());
  return { auth, answers, asked, change, listeners };
}
