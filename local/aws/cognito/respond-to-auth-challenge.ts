import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import type { Challenge } from "./challenges.ts";
import { clientOf, invalid, notAuthorized } from "./context.ts";
import type { Context, Operation } from "./context.ts";
import { checkPassword } from "./password-policy.ts";
import type { Pool } from "./pool.ts";
import type { ClientOptions } from "./pool-options.ts";
import { afterPassword, assertMaySignIn, wrongPassword } from "./prove-password.ts";
import type { AuthOutput } from "./prove-password.ts";
import { expectedClaim } from "./srp.ts";

const schema = z.object({
  ChallengeName: z.string(),
  ClientId: z.string(),
  Session: z.string().optional(),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
});

type Answer = (name: string) => string;

export const respondToAuthChallenge: Operation = (context, input) => {
  const request = parseInput(schema, input, "InvalidParameterException");
  const { pool, client } = clientOf(context, request.ClientId);
  const answer: Answer = (name) => {
    const value = request.ChallengeResponses[name];
    if (!value) throw invalid(`Missing required parameter ${name}`);
    return value;
  };
  switch (request.ChallengeName) {
    case "PASSWORD_VERIFIER":
      return verifyPassword(context, pool, client, answer);
    case "NEW_PASSWORD_REQUIRED":
      return setNewPassword(context, pool, client, request.Session ?? "", request.ChallengeResponses, answer);
    default:
      throw new AwsError(
        "ChallengeNotAvailableLocallyException",
        `The challenge ${request.ChallengeName} is not available locally`,
      );
  }
};

function verifyPassword(context: Context, pool: Pool, client: ClientOptions, answer: Answer): AuthOutput {
  const block = answer("PASSWORD_CLAIM_SECRET_BLOCK");
  const claim = answer("PASSWORD_CLAIM_SIGNATURE");
  const timestamp = answer("TIMESTAMP");
  if (!/^\w{3} \w{3} \d{1,2} \d\d:\d\d:\d\d \w+ \d{4}$/.test(timestamp)) {
    throw invalid("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
  }
  const challenge = openChallenge(context, client, "PASSWORD_VERIFIER", block);
  context.challenges.close(block); // one guess for each exchange
  const user = challenge.username === undefined ? undefined : pool.findUser(challenge.username);
  if (user) assertMaySignIn(context, user);
  const identity = pool.srpIdentity(challenge.userId);
  const expected = expectedClaim(
    identity,
    challenge.stored,
    challenge.exchange,
    Buffer.from(block, "base64"),
    timestamp,
  );
  if (!user || !isSame(claim, expected)) {
    if (user) context.attempts.failed(user.username);
    throw wrongPassword();
  }
  return afterPassword(context, pool, client, user);
}

function setNewPassword(
  context: Context,
  pool: Pool,
  client: ClientOptions,
  session: string,
  responses: Readonly<Record<string, string>>,
  answer: Answer,
): AuthOutput {
  const { username } = openChallenge(context, client, "NEW_PASSWORD_REQUIRED", session);
  const user = pool.findUser(answer("USERNAME"));
  if (!user || user.username !== username || user.status !== "FORCE_CHANGE_PASSWORD") throw invalidSession();
  assertMaySignIn(context, user);
  const password = answer("NEW_PASSWORD");
  checkPassword(pool.policy, password); // a refused password leaves the session open for another try
  context.challenges.close(session);
  for (const [name, value] of Object.entries(responses)) {
    if (name.startsWith("userAttributes.")) user.attributes[name.slice("userAttributes.".length)] = value;
  }
  pool.setPassword(user, password, "CONFIRMED");
  pool.save();
  return afterPassword(context, pool, client, user);
}

function openChallenge<Step extends Challenge["step"]>(
  context: Context,
  client: ClientOptions,
  step: Step,
  session: string,
): Extract<Challenge, { step: Step }> {
  const challenge = context.challenges.find(session);
  if (challenge?.step !== step || challenge.clientId !== client.clientId) throw invalidSession();
  return challenge as Extract<Challenge, { step: Step }>; // the step was compared just now
}

const invalidSession = (): AwsError => notAuthorized("Invalid session for the user.");

function isSame(claim: string, expected: string): boolean {
  const [given, wanted] = [Buffer.from(claim, "base64"), Buffer.from(expected, "base64")];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
