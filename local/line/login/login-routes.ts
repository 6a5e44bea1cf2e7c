import type { TokenCut } from "../../faults/token-cut.ts";
import { friendship, profile, verifyAccessToken } from "./access-token-operations.ts";
import type { AccessTokens } from "./access-tokens.ts";
import type { AuthorizationCodes } from "./authorization-codes.ts";
import { answerAuthorize, showAuthorize } from "./authorize.ts";
import { exchangeCode } from "./exchange-code.ts";
import type { IssueIdToken } from "./id-tokens.ts";
import { primaryRedirect, restOfLiffUrl } from "./liff-address.ts";
import { contextToken } from "./liff-context.ts";
import type { LoginRequest, LoginResponse } from "./login-request.ts";
import { loginIssuer, loginScope, type LineLoginSettings } from "./login-settings.ts";
import { openLiff } from "./open-liff.ts";
import { scdnFile } from "./scdn-files.ts";
import type { SigningKey } from "./signing-key.ts";
import { verifyIdToken } from "./verify-id-token.ts";

/** Everything the operations share. */
export interface LoginParts {
  readonly settings: LineLoginSettings;
  readonly key: SigningKey;
  readonly tokenCut: TokenCut;
  readonly codes: AuthorizationCodes;
  readonly accessTokens: AccessTokens;
  readonly issueIdToken: IssueIdToken;
  readonly phoneOf: (userId: string) => string;
}

export interface LoginRoute {
  readonly method: "GET" | "POST";
  readonly path: RegExp;
  /** `line`: any page may read the answer, as with LINE; `local`: only the pages of this machine. */
  readonly readers: "line" | "local";
  readonly answer: (request: LoginRequest) => LoginResponse | Promise<LoginResponse>;
}

export function loginRoutes(parts: LoginParts): readonly LoginRoute[] {
  const { settings, key, codes, accessTokens } = parts;
  const get = (path: RegExp, answer: LoginRoute["answer"]): LoginRoute => ({
    method: "GET",
    path,
    readers: "line",
    answer,
  });
  const post = (path: RegExp, answer: LoginRoute["answer"]): LoginRoute => ({
    ...get(path, answer),
    method: "POST",
  });
  return [
    get(/^\/oauth2\/v2\.1\/certs$/, () => ({ status: 200, body: { keys: [key.publicJwk] } })),
    get(/^\/\.well-known\/openid-configuration$/, (request) => discovery(request.url.origin)),
    get(/^\/oauth2\/v2\.1\/verify$/, (request) => verifyAccessToken(settings, accessTokens, request)),
    post(/^\/oauth2\/v2\.1\/verify$/, (request) => verifyIdToken(parts, request)),
    post(/^\/oauth2\/v2\.1\/token$/, (request) => exchangeCode(parts, request)),
    get(/^\/liff\/v1\/authorize$/, (request) => showAuthorize(settings, request)),
    post(/^\/liff\/v1\/authorize$/, (request) => answerAuthorize(settings, codes, request)),
    get(/^\/v2\/profile$/, (request) => profile(settings, accessTokens, request)),
    get(/^\/friendship\/v1\/status$/, (request) => friendship(settings, accessTokens, request)),
    get(/^\/liff\/v2\/apps\/([^/]+)\/contextToken$/, (request) =>
      contextToken(settings, accessTokens, request),
    ),
    get(/^\/(liff\/\d+-\w+(?:\/.*)?)$/, (request) => followLiffUrl(settings, request)),
    get(/^\/((?:static|liffsdk)\.line-scdn\.net\/.+)$/, (request) => scdnFile(request.parts[0] ?? "")),
    { ...post(/^\/local\/liff\/open$/, (request) => openLiff(parts, request)), readers: "local" },
  ];
}

/** `GET /liff/{liffId}/…`: what https://liff.line.me/{liffId}/… does in a browser outside LINE. */
function followLiffUrl(settings: LineLoginSettings, request: LoginRequest): LoginResponse {
  const rest = restOfLiffUrl(settings, request.url.href);
  if (rest === undefined) {
    return {
      status: 404,
      headers: { "Content-Type": "text/plain" },
      body: "404 Not Found: no such LIFF app",
    };
  }
  const to = primaryRedirect(settings, rest).href;
  return { status: 302, headers: { Location: to, "Cache-Control": "no-store" } };
}

/** LINE's issuer, but with addresses of this machine: who follows them must not end at the real LINE. */
function discovery(origin: string): LoginResponse {
  return {
    status: 200,
    body: {
      issuer: loginIssuer,
      authorization_endpoint: `${origin}/liff/v1/authorize`,
      token_endpoint: `${origin}/oauth2/v2.1/token`,
      jwks_uri: `${origin}/oauth2/v2.1/certs`,
      response_types_supported: ["code"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["ES256"],
      scopes_supported: loginScope.split(" "),
      code_challenge_methods_supported: ["S256"],
    },
  };
}
