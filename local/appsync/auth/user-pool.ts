import { AwsError, type Clock } from "../../aws/service.ts";
import { unauthorized } from "../errors.ts";
import type { UserPoolAuthentication } from "../options.ts";
import { plainRecord, type Fields } from "../shape.ts";
import type { Access } from "./access.ts";
import { peekToken } from "./json-web-token.ts";

const MODE = "AMAZON_COGNITO_USER_POOLS";

async function verifiedClaims(pool: UserPoolAuthentication, token: string, clock: Clock): Promise<Fields> {
  try {
    return plainRecord(await pool.verify(token));
  } catch (error) {
    const expires = peekToken(token)?.["exp"];
    // The pool may have ended a token before its own time.
    const isEnded = error instanceof AwsError && error.message.endsWith("has expired");
    const isExpired = isEnded || (typeof expires === "number" && expires * 1000 <= clock());
    throw unauthorized(isExpired ? "Token has expired." : undefined);
  }
}

export async function authenticateUser(
  pool: UserPoolAuthentication,
  token: string,
  sourceIp: string,
  clock: Clock,
): Promise<Access> {
  const claims = await verifiedClaims(pool, token, clock);
  const found = claims["cognito:groups"];
  const groups = Array.isArray(found) ? found.filter((group) => typeof group === "string") : [];
  const identity = {
    claims,
    defaultAuthStrategy: "ALLOW",
    groups: groups.length > 0 ? groups : null,
    issuer: claims["iss"] ?? null,
    sourceIp: [sourceIp],
    sub: claims["sub"] ?? null,
    username: claims["cognito:username"] ?? claims["username"] ?? null,
  };
  return { mode: MODE, identity, groups, deniedFields: [] };
}
