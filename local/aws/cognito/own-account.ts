// What a signed-in user does with the own account; the access token says who it is.
import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { notAuthorized } from "./context.ts";
import type { Context, Operation } from "./context.ts";
import { decodeToken } from "./json-web-token.ts";
import { checkPassword } from "./password-policy.ts";
import type { Pool } from "./pool.ts";
import type { User } from "./pool-state.ts";
import { assertMaySignIn, wrongPassword } from "./prove-password.ts";
import { attributeList } from "./user-view.ts";
import { verifyToken } from "./verify-token.ts";

const tokenSchema = z.object({ AccessToken: z.string() });

export const getUser: Operation = (context, input) => {
  const { AccessToken } = parseInput(tokenSchema, input, "InvalidParameterException");
  const { user } = bearer(context, AccessToken);
  return { Username: user.username, UserAttributes: attributeList(user) };
};

export const globalSignOut: Operation = (context, input) => {
  const { AccessToken } = parseInput(tokenSchema, input, "InvalidParameterException");
  const { pool, user } = bearer(context, AccessToken);
  pool.revokeSessionsOf(user);
  pool.save();
  return {};
};

const changeSchema = tokenSchema.extend({
  PreviousPassword: z.string().optional(),
  ProposedPassword: z.string(),
});

export const changePassword: Operation = (context, input) => {
  const request = parseInput(changeSchema, input, "InvalidParameterException");
  const { pool, user } = bearer(context, request.AccessToken);
  assertMaySignIn(context, user);
  if (!pool.hasPassword(user, request.PreviousPassword ?? "")) {
    context.attempts.failed(user.username);
    throw wrongPassword();
  }
  checkPassword(pool.policy, request.ProposedPassword);
  pool.setPassword(user, request.ProposedPassword, "CONFIRMED");
  pool.save();
  return {};
};

/** Throws unless the token is an access token of a session that goes on. */
function bearer(context: Context, accessToken: string): { pool: Pool; user: User } {
  const issuer = decodeToken(accessToken)?.claims["iss"];
  const poolId = typeof issuer === "string" ? issuer.slice(issuer.lastIndexOf("/") + 1) : "";
  const pool = context.pools.get(poolId);
  if (!pool) throw notAuthorized("Invalid Access Token");
  const claims = verified(context, pool, accessToken);
  const session = pool.findSession(({ originJti }) => originJti === claims["origin_jti"]);
  if (!session || session.revoked) throw notAuthorized("Access Token has been revoked");
  const user = pool.user(session.username);
  if (!user.enabled) throw notAuthorized("User is disabled.");
  return { pool, user };
}

function verified(context: Context, pool: Pool, accessToken: string) {
  try {
    const claims = verifyToken(context, pool, accessToken);
    if (claims["token_use"] === "access") return claims;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.message.includes("expired")) throw notAuthorized("Access Token has expired");
  }
  throw notAuthorized("Invalid Access Token");
}
