import type { AccessGrant, AccessTokens } from "./access-tokens.ts";
import { loginError, type LoginRequest, type LoginResponse } from "./login-request.ts";
import { loginScope, type LineLoginSettings } from "./login-settings.ts";
import type { LineUser } from "./line-users.ts";

/** `GET /oauth2/v2.1/verify?access_token=…` */
export function verifyAccessToken(
  settings: LineLoginSettings,
  accessTokens: AccessTokens,
  request: LoginRequest,
): LoginResponse {
  const grant = accessTokens.read(request.url.searchParams.get("access_token") ?? "");
  if (grant === undefined) return loginError("invalid_request", "access token expired");
  const lifeSeconds = Math.floor((grant.expiresAt - settings.clock()) / 1000);
  return {
    status: 200,
    body: { scope: loginScope, client_id: settings.loginChannelId, expires_in: lifeSeconds },
  };
}

/** `GET /v2/profile` */
export function profile(
  settings: LineLoginSettings,
  accessTokens: AccessTokens,
  request: LoginRequest,
): LoginResponse {
  return withUser(settings, accessTokens, request, ({ userId, displayName, pictureUrl }) => ({
    userId,
    displayName,
    ...(pictureUrl === undefined ? {} : { pictureUrl }),
  }));
}

/** `GET /friendship/v1/status` */
export function friendship(
  settings: LineLoginSettings,
  accessTokens: AccessTokens,
  request: LoginRequest,
): LoginResponse {
  return withUser(settings, accessTokens, request, (user) => ({ friendFlag: user.isFriend ?? true }));
}

function withUser(
  settings: LineLoginSettings,
  accessTokens: AccessTokens,
  request: LoginRequest,
  render: (user: LineUser) => object,
): LoginResponse {
  const grant: AccessGrant | undefined =
    request.bearer === undefined ? undefined : accessTokens.read(request.bearer);
  const user = grant === undefined ? undefined : settings.users.find(grant.userId);
  if (user === undefined) return { status: 401, body: { message: "invalid token" } };
  return { status: 200, body: render(user) };
}
