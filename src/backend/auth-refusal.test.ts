import { expect, it } from "vitest";
import { authRefusal } from "./auth-refusal.ts";

const thrown = (name: string, message = ""): Error => Object.assign(new Error(message), { name });

// Names and sentences as the user pool and its client give them.
it.each([
  ["NotAuthorizedException", "Incorrect username or password.", "wrong-password"],
  ["NotAuthorizedException", "Password attempts exceeded", "too-many-attempts"],
  [
    "NotAuthorizedException",
    "Temporary password has expired and must be reset by an administrator.",
    "invitation-over",
  ],
  ["NotAuthorizedException", "User password cannot be reset in the current state.", "never-signed-in"],
  ["NotAuthorizedException", "User is disabled.", "disabled"],
  ["NotAuthorizedException", "Invalid session for the user, session is expired.", "too-slow"],
  ["NotAuthorizedException", "Something new", "unknown"],
  ["UserNotFoundException", "User does not exist.", "wrong-password"],
  ["CodeMismatchException", "Invalid verification code provided, please try again.", "wrong-code"],
  ["ExpiredCodeException", "Invalid code provided, please request a code again.", "expired-code"],
  ["InvalidPasswordException", "Password did not conform with policy: …", "weak-password"],
  [
    "InvalidParameterException",
    "1 validation error detected: Value at 'password' failed to satisfy constraint",
    "weak-password",
  ],
  ["InvalidParameterException", "Cannot reset password for the user", "unknown"],
  ["LimitExceededException", "Attempt limit exceeded, please try after some time.", "too-many-attempts"],
  ["TooManyRequestsException", "", "too-many-attempts"],
  ["NetworkError", "A network error has occurred.", "unreachable"],
  ["InternalErrorException", "", "unknown"],
])("%s, %s: %s", (name, message, reason) => {
  expect(authRefusal(thrown(name, message))).toBe(reason);
});

it("knows nothing of what is no error", () => {
  expect(authRefusal("no")).toBe("unknown");
});
