import { AwsError } from "../service.ts";
import type { Issuing } from "./issue-tokens.ts";
import { decodeToken, isSignedBy } from "./json-web-token.ts";
import type { Claims } from "./json-web-token.ts";
import type { Pool } from "./pool.ts";

/**
 * What AppSync and JWT libraries check: form, signature, issuer, client, use and time. Not whether the token was
 * revoked: on AWS a revoked token stays valid outside Cognito until it expires. Throws NotAuthorizedException.
 */
export function verifyToken(issuing: Issuing, pool: Pool, token: string): Claims {
  const { clock, issuerOrigin, tokenCut } = issuing;
  const decoded = decodeToken(token);
  const key = [pool.keys.id, pool.keys.access].find(({ kid }) => kid === decoded?.kid);
  if (!decoded || !key || decoded.algorithm !== "RS256" || !isSignedBy(token, key))
    throw refused("is not valid");
  const { claims } = decoded;
  if (claims["iss"] !== `${issuerOrigin}/${pool.id}`) throw refused("is of another issuer");
  const clientId = claims["token_use"] === "id" ? claims["aud"] : claims["client_id"];
  if (typeof clientId !== "string" || !pool.client(clientId)) throw refused("is of an unknown client");
  const isRightKey = key === (claims["token_use"] === "id" ? pool.keys.id : pool.keys.access);
  if (!isRightKey) throw refused("is not valid");
  if (typeof claims["exp"] !== "number" || claims["exp"] * 1000 <= clock()) throw refused("has expired");
  if (tokenCut.hasEnded(claims["iat"])) throw refused("has expired");
  return claims;
}

const refused = (why: string): AwsError => new AwsError("NotAuthorizedException", `The token ${why}`, 401);
