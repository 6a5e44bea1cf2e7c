import { createHmac, randomBytes } from "node:crypto";
import { invalid, notAuthorized } from "./context.ts";
import type { Context } from "./context.ts";
import { signIn } from "./issue-tokens.ts";
import type { AuthenticationResult } from "./issue-tokens.ts";
import type { Pool } from "./pool.ts";
import type { ClientOptions } from "./pool-options.ts";
import type { User } from "./pool-state.ts";
import { AwsError } from "../service.ts";
import { startExchange } from "./srp.ts";
import type { PasswordVerifier } from "./srp.ts";

export type AuthOutput =
  | { readonly AuthenticationResult: AuthenticationResult; readonly ChallengeParameters: object }
  | { readonly ChallengeName: string; readonly ChallengeParameters: object; readonly Session?: string };

export const wrongPassword = (): AwsError => notAuthorized("Incorrect username or password.");

/** USER_SRP_AUTH: the server's public number, the salt and the block that the client has to sign. */
export function startSrp(
  context: Context,
  pool: Pool,
  client: ClientOptions,
  name: string,
  clientA: string,
): AuthOutput {
  const user = existing(pool, client, name);
  if (user) assertMaySignIn(context, user);
  const stored = user?.password ?? fakePassword(pool, name);
  const exchange = startExchange(clientA, stored);
  if (!exchange) throw invalid("SRP_A is not a valid public value.");
  const userId = user?.username ?? name;
  const { clientId } = client;
  const step = "PASSWORD_VERIFIER";
  const block = context.challenges.open({
    step,
    clientId,
    username: user?.username,
    userId,
    exchange,
    stored,
  });
  return {
    ChallengeName: step,
    ChallengeParameters: {
      SALT: stored.salt,
      SECRET_BLOCK: block,
      SRP_B: exchange.publicB.toString(16),
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  };
}

/** USER_PASSWORD_AUTH. */
export function checkPlainPassword(
  context: Context,
  pool: Pool,
  client: ClientOptions,
  name: string,
  password: string,
): AuthOutput {
  const user = existing(pool, client, name);
  if (!user) throw wrongPassword();
  assertMaySignIn(context, user);
  if (!pool.hasPassword(user, password)) {
    context.attempts.failed(user.username);
    throw wrongPassword();
  }
  return afterPassword(context, pool, client, user);
}

/** The user has shown the password: tokens, or what is asked for first. */
export function afterPassword(context: Context, pool: Pool, client: ClientOptions, user: User): AuthOutput {
  context.attempts.succeeded(user.username);
  if (user.status === "RESET_REQUIRED") {
    throw new AwsError("PasswordResetRequiredException", "Password reset required for the user");
  }
  if (user.status === "CONFIRMED") {
    return { AuthenticationResult: signIn(context, pool, client, user), ChallengeParameters: {} };
  }
  if ((user.temporaryUntil ?? 0) <= context.clock()) {
    throw notAuthorized("Temporary password has expired and must be reset by an administrator.");
  }
  const { sub: _, ...attributes } = user.attributes;
  const step = "NEW_PASSWORD_REQUIRED";
  return {
    ChallengeName: step,
    Session: context.challenges.open({ step, clientId: client.clientId, username: user.username }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: "[]",
      userAttributes: JSON.stringify(attributes),
    },
  };
}

/** Throws for a user who is disabled or locked out. */
export function assertMaySignIn(context: Context, user: User): void {
  context.attempts.check(user.username);
  if (!user.enabled) throw notAuthorized("User is disabled.");
}

/** The user; undefined where the client must not learn that there is none. */
function existing(pool: Pool, client: ClientOptions, name: string): User | undefined {
  return client.preventUserExistenceErrors ? pool.findUser(name) : pool.user(name);
}

/** Always the same salt for the same name, or asking twice would tell that nobody has it. */
function fakePassword(pool: Pool, name: string): PasswordVerifier {
  const salt = createHmac("sha256", pool.keys.id.privateKeyPem)
    .update(name.toLowerCase())
    .digest("hex")
    .slice(0, 32);
  return { salt, verifier: randomBytes(384).toString("hex") };
}

/** The auth flows that a client allows; old names without `ALLOW_` count too. */
export function allowsFlow(client: ClientOptions, flow: string): boolean {
  const flows = client.explicitAuthFlows ?? [
    "ALLOW_USER_SRP_AUTH",
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_REFRESH_TOKEN_AUTH",
  ];
  return flows.includes(`ALLOW_${flow}`) || flows.includes(flow);
}
