import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import { clientOf, invalid, notAuthorized } from "./context.ts";
import type { Context, Operation } from "./context.ts";
import { issueTokens, sha256 } from "./issue-tokens.ts";
import { decodeToken } from "./json-web-token.ts";
import type { Pool } from "./pool.ts";
import type { ClientOptions } from "./pool-options.ts";
import type { AuthOutput } from "./prove-password.ts";
import { allowsFlow } from "./prove-password.ts";

/** New access and ID tokens; the refresh token stays the same (no rotation). */
export function refresh(
  context: Context,
  pool: Pool,
  client: ClientOptions,
  refreshToken: string,
): AuthOutput {
  if (!allowsFlow(client, "REFRESH_TOKEN_AUTH"))
    throw invalid("REFRESH_TOKEN_AUTH is not enabled for the client.");
  const hash = sha256(refreshToken);
  const session = pool.findSession(({ refreshSha256 }) => refreshSha256 === hash);
  if (!session || session.clientId !== client.clientId) throw notAuthorized("Invalid Refresh Token");
  if (session.revoked) throw notAuthorized("Refresh Token has been revoked");
  if (session.expiresAt <= context.clock()) throw notAuthorized("Refresh Token has expired");
  const user = pool.findUser(session.username);
  if (!user) throw notAuthorized("Invalid Refresh Token");
  if (!user.enabled) throw notAuthorized("User is disabled.");
  return { AuthenticationResult: issueTokens(context, pool, client, user, session), ChallengeParameters: {} };
}

const refreshSchema = z.object({ ClientId: z.string(), RefreshToken: z.string() });

export const getTokensFromRefreshToken: Operation = (context, input) => {
  const request = parseInput(refreshSchema, input, "InvalidParameterException");
  const { pool, client } = clientOf(context, request.ClientId);
  return refresh(context, pool, client, request.RefreshToken);
};

const revokeSchema = z.object({ ClientId: z.string(), Token: z.string() });

/** An unknown token is answered as if it had been revoked, as RFC 7009 and AWS do. */
export const revokeToken: Operation = (context, input) => {
  const request = parseInput(revokeSchema, input, "InvalidParameterException");
  const { pool, client } = clientOf(context, request.ClientId);
  if (decodeToken(request.Token)) {
    throw new AwsError("UnsupportedTokenTypeException", "Unsupported token type");
  }
  const hash = sha256(request.Token);
  const session = pool.findSession(({ refreshSha256 }) => refreshSha256 === hash);
  if (session && session.clientId !== client.clientId) {
    throw new AwsError("UnauthorizedException", "Token was not issued to this client");
  }
  if (session) {
    session.revoked = true;
    pool.save();
  }
  return {};
};
