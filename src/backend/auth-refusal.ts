import type { AuthRefusal } from "./auth-outcome.ts";

const byName: Readonly<Record<string, AuthRefusal>> = {
  // Nobody shall learn which addresses are hosts.
  UserNotFoundException: "wrong-password",
  UserNotConfirmedException: "disabled",
  CodeMismatchException: "wrong-code",
  ExpiredCodeException: "expired-code",
  InvalidPasswordException: "weak-password",
  PasswordHistoryPolicyViolationException: "weak-password",
  TooManyRequestsException: "too-many-attempts",
  LimitExceededException: "too-many-attempts",
  TooManyFailedAttemptsException: "too-many-attempts",
  NetworkError: "unreachable",
};

/** Cognito gives one name to many refusals; only its sentence tells them apart. */
const notAuthorized: readonly (readonly [RegExp, AuthRefusal])[] = [
  [/incorrect username or password/i, "wrong-password"],
  [/attempts exceeded/i, "too-many-attempts"],
  [/temporary password has expired/i, "invitation-over"],
  [/cannot be reset in the current state/i, "never-signed-in"],
  [/disabled/i, "disabled"],
  [/invalid session/i, "too-slow"],
];

/** Why the user pool says no, from what its client throws. */
export function authRefusal(error: unknown): AuthRefusal {
  if (!(error instanceof Error)) return "unknown";
  const { name, message } = error;
  if (name === "NotAuthorizedException") {
    return notAuthorized.find(([words]) => words.test(message))?.[1] ?? "unknown";
  }
  // A password that no policy would allow does not even reach the policy.
  if (name === "InvalidParameterException" && /'(proposed)?password'/i.test(message)) return "weak-password";
  return byName[name] ?? "unknown";
}
