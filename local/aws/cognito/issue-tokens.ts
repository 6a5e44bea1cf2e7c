import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { TokenCut } from "../../faults/token-cut.ts";
import type { Clock } from "../service.ts";
import { signToken } from "./json-web-token.ts";
import type { Pool } from "./pool.ts";
import type { ClientOptions } from "./pool-options.ts";
import type { Session, User } from "./pool-state.ts";

export interface AuthenticationResult {
  readonly AccessToken: string;
  readonly IdToken: string;
  /** Seconds that the access token lives. */
  readonly ExpiresIn: number;
  readonly TokenType: "Bearer";
  readonly RefreshToken?: string;
}

export interface Issuing {
  readonly clock: Clock;
  /** `https://cognito-idp.REGION.amazonaws.com`. */
  readonly issuerOrigin: string;
  readonly tokenCut: TokenCut;
}

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Tokens of a new sign-in. */
export function signIn(
  issuing: Issuing,
  pool: Pool,
  client: ClientOptions,
  user: User,
): AuthenticationResult {
  const now = issuing.clock();
  const refreshToken = randomBytes(192).toString("base64url");
  const session: Session = {
    refreshSha256: sha256(refreshToken),
    originJti: randomUUID(),
    username: user.username,
    clientId: client.clientId,
    signedInAt: now,
    expiresAt: now + (client.tokenValidity?.refreshMinutes ?? 43_200) * 60_000,
    revoked: false,
  };
  pool.addSession(session);
  pool.save();
  return { ...issueTokens(issuing, pool, client, user, session), RefreshToken: refreshToken };
}

/** Tokens of a sign-in that goes on. */
export function issueTokens(
  { clock, issuerOrigin, tokenCut }: Issuing,
  pool: Pool,
  client: ClientOptions,
  user: User,
  session: Session,
): AuthenticationResult {
  const seconds = tokenCut.issuedAtSeconds(clock());
  const { accessMinutes = 60, idMinutes = 60 } = client.tokenValidity ?? {};
  const groups = pool.groupsOf(user);
  const common = {
    sub: user.attributes["sub"],
    ...(groups.length > 0 && { "cognito:groups": groups.map(({ name }) => name) }),
    iss: `${issuerOrigin}/${pool.id}`,
    origin_jti: session.originJti,
    event_id: randomUUID(),
    auth_time: Math.floor(session.signedInAt / 1000),
    iat: seconds,
  };
  const access = {
    ...common,
    client_id: client.clientId,
    token_use: "access",
    scope: "aws.cognito.signin.user.admin",
    exp: seconds + accessMinutes * 60,
    jti: randomUUID(),
    username: user.username,
  };
  const id = {
    ...common,
    ...idClaims(user),
    ...roleClaims(groups.flatMap(({ roleArn }) => roleArn ?? [])),
    "cognito:username": user.username,
    aud: client.clientId,
    token_use: "id",
    exp: seconds + idMinutes * 60,
    jti: randomUUID(),
  };
  return {
    AccessToken: signToken(pool.keys.access, access),
    IdToken: signToken(pool.keys.id, id),
    ExpiresIn: accessMinutes * 60,
    TokenType: "Bearer",
  };
}

function idClaims({ attributes }: User): Record<string, string | boolean> {
  const verified = (name: string, value: string): string | boolean =>
    name.endsWith("_verified") ? value === "true" : value;
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, verified(name, value)]));
}

function roleClaims(roles: readonly string[]): Record<string, unknown> {
  return roles.length > 0 ? { "cognito:roles": roles, "cognito:preferred_role": roles[0] } : {};
}
