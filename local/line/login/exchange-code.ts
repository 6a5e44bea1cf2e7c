import type { AccessTokens } from "./access-tokens.ts";
import { challengeOf, type AuthorizationCodes } from "./authorization-codes.ts";
import type { IssueIdToken } from "./id-tokens.ts";
import { loginError, type LoginRequest, type LoginResponse } from "./login-request.ts";
import { accessTokenLifeMs, loginScope, type LineLoginSettings } from "./login-settings.ts";

export interface Exchange {
  readonly settings: LineLoginSettings;
  readonly codes: AuthorizationCodes;
  readonly accessTokens: AccessTokens;
  readonly issueIdToken: IssueIdToken;
}

/** `POST /oauth2/v2.1/token`: authorization code and PKCE verifier become an access token and an ID token. */
export async function exchangeCode(exchange: Exchange, request: LoginRequest): Promise<LoginResponse> {
  const form = new URLSearchParams(request.body);
  const refusal = refuseForm(exchange.settings, form);
  if (refusal !== undefined) return refusal;
  const agreement = exchange.codes.take(form.get("code") ?? "");
  if (agreement === undefined) return loginError("invalid_grant", "invalid authorization code");
  if (agreement.codeChallenge !== challengeOf(form.get("code_verifier") ?? "")) {
    return loginError("invalid_grant", "invalid code_verifier");
  }
  if (agreement.redirectUri !== form.get("redirect_uri")) {
    return loginError("invalid_grant", "redirect_uri does not match");
  }
  return {
    status: 200,
    headers: { "Cache-Control": "no-store" },
    body: {
      access_token: exchange.accessTokens.issue(agreement.userId),
      token_type: "Bearer",
      expires_in: accessTokenLifeMs / 1000,
      scope: loginScope,
      id_token: await exchange.issueIdToken({ userId: agreement.userId }),
    },
  };
}

function refuseForm(settings: LineLoginSettings, form: URLSearchParams): LoginResponse | undefined {
  const grant = form.get("grant_type");
  if (grant !== "authorization_code") {
    return loginError(
      "unsupported_grant_type",
      `the local LINE Login does not support grant_type '${grant}'`,
    );
  }
  const secret = form.get("client_secret");
  const isWrongSecret = secret !== null && secret !== settings.channelSecret;
  if (form.get("client_id") !== settings.loginChannelId || isWrongSecret) {
    return loginError("invalid_client", "invalid client_id or client_secret");
  }
  if (form.get("id_token_key_type") !== "JWK") {
    // Plain web login signs HS256 with the channel secret; only LIFF's way is rebuilt here.
    return loginError("invalid_request", "the local LINE Login supports id_token_key_type 'JWK' only");
  }
  return undefined;
}
