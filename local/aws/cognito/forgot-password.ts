import { randomInt } from "node:crypto";
import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { clientOf, invalid, notAuthorized } from "./context.ts";
import type { Context, Operation } from "./context.ts";
import { sha256 } from "./issue-tokens.ts";
import { maskedEmail } from "./outbox.ts";
import { checkPassword } from "./password-policy.ts";
import type { Pool } from "./pool.ts";
import type { User } from "./pool-state.ts";

const CODE_VALID_MS = 60 * 60_000;
const MOST_FAILURES = 5;

const forgotSchema = z.object({ ClientId: z.string(), Username: z.string() });

export const forgotPassword: Operation = (context, input) => {
  const request = parseInput(forgotSchema, input, "InvalidParameterException");
  const { pool, client } = clientOf(context, request.ClientId);
  const user = client.preventUserExistenceErrors
    ? pool.findUser(request.Username)
    : pool.user(request.Username);
  if (!user)
    return delivery(request.Username.includes("@") ? request.Username : `${request.Username}@example.com`);
  if (!user.enabled) throw notAuthorized("User is disabled.");
  if (user.status === "FORCE_CHANGE_PASSWORD") {
    throw notAuthorized("User password cannot be reset in the current state.");
  }
  return delivery(sendResetCode(context, pool, user));
};

/** Puts a fresh code into the outbox; the address it would go to. */
export function sendResetCode(context: Context, pool: Pool, user: User): string {
  const email = user.attributes["email"];
  if (email === undefined || user.attributes["email_verified"] !== "true") {
    throw invalid(
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
    );
  }
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const sentAt = context.clock();
  user.resetCode = { sha256: sha256(code), expiresAt: sentAt + CODE_VALID_MS, failures: 0 };
  pool.save();
  const { username } = user;
  context.outbox.send(pool.mails, { to: email, kind: "reset-code", username, secret: code, sentAt });
  return email;
}

const delivery = (email: string) => ({
  CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: maskedEmail(email) },
});

const confirmSchema = forgotSchema.extend({ ConfirmationCode: z.string(), Password: z.string() });

export const confirmForgotPassword: Operation = (context, input) => {
  const request = parseInput(confirmSchema, input, "InvalidParameterException");
  const { pool, client } = clientOf(context, request.ClientId);
  const user = client.preventUserExistenceErrors
    ? pool.findUser(request.Username)
    : pool.user(request.Username);
  if (!user) throw wrongCode();
  if (!user.enabled) throw notAuthorized("User is disabled.");
  checkCode(context, pool, user, request.ConfirmationCode);
  checkPassword(pool.policy, request.Password);
  pool.setPassword(user, request.Password, "CONFIRMED");
  context.attempts.succeeded(user.username);
  pool.save();
  return {};
};

const wrongCode = (): AwsError =>
  new AwsError("CodeMismatchException", "Invalid verification code provided, please try again.");

function checkCode(context: Context, pool: Pool, user: User, code: string): void {
  const { resetCode } = user;
  if (!resetCode || resetCode.expiresAt <= context.clock()) {
    throw new AwsError("ExpiredCodeException", "Invalid code provided, please request a code again.");
  }
  if (resetCode.failures >= MOST_FAILURES) {
    throw new AwsError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
  }
  if (resetCode.sha256 === sha256(code)) return;
  resetCode.failures += 1;
  pool.save();
  throw wrongCode();
}
