import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { TokenCut } from "../../faults/token-cut.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { createAuthorizationCodes } from "./authorization-codes.ts";
import { createIdTokens, type IssueIdToken } from "./id-tokens.ts";
import { bearerOf, loginError, readBody, type LoginResponse } from "./login-request.ts";
import { loginRoutes, type LoginRoute } from "./login-routes.ts";
import type { LineLoginSettings } from "./login-settings.ts";
import { loadSigningKey } from "./signing-key.ts";

export interface LineLogin {
  /** Answers a request of the LINE origin. Resolves to false, with nothing read, when it is not the login's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** For tests: a valid ID token, or one that a verifier has to refuse. Rejects for an unknown user. */
  issueIdToken: IssueIdToken;
  /**
   * All ID and access tokens count as expired from now on, as far as LINE is asked: who verifies an ID token by LINE's
   * keys alone sees it expire by its own time only.
   */
  expireTokens(): void;
}

/** LINE Login and LIFF on one machine. Throws when the kept key cannot be read. */
export async function createLineLogin(settings: LineLoginSettings): Promise<LineLogin> {
  const key = await loadSigningKey(settings.directory);
  const tokenCut = new TokenCut();
  const issueIdToken = createIdTokens(settings, key, tokenCut);
  const routes = loginRoutes({
    settings,
    key,
    tokenCut,
    issueIdToken,
    accessTokens: createAccessTokens(settings, key.sealKey, tokenCut),
    codes: createAuthorizationCodes(settings.clock),
    phoneOf: phoneNames(),
  });
  return {
    issueIdToken,
    expireTokens: () => tokenCut.cut(settings.clock()),
    handle: (request, response) => handle(settings, routes, request, response),
  };
}

async function handle(
  settings: LineLoginSettings,
  routes: readonly LoginRoute[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const base = `http://${request.headers.host ?? "127.0.0.1"}`;
  if (!URL.canParse(request.url ?? "/", base)) return false;
  const url = new URL(request.url ?? "/", base);
  const known = routes.filter((route) => route.path.test(url.pathname));
  if (known.length === 0) return false;
  const method = request.method ?? "GET";
  const route = known.find((candidate) => candidate.method === method);
  const readers = known[0]?.readers ?? "line";
  const origin = readers === "local" ? new URL(settings.liffEndpointUrl()).origin : "*";
  if (method === "OPTIONS") send(response, { status: 204 }, origin);
  else if (route === undefined)
    send(response, loginError("invalid_request", "method not allowed", 405), origin);
  else send(response, await answer(route, url, request), origin);
  return true;
}

async function answer(route: LoginRoute, url: URL, request: IncomingMessage): Promise<LoginResponse> {
  const body = await readBody(request);
  if (body === undefined) return loginError("invalid_request", "the body is too large", 413);
  const parts = (route.path.exec(url.pathname) ?? []).slice(1);
  return route.answer({ method: route.method, url, parts, body, bearer: bearerOf(request) });
}

function send(response: ServerResponse, answered: LoginResponse, origin: string): void {
  const isText = typeof answered.body === "string";
  const text = answered.body === undefined || isText ? answered.body : JSON.stringify(answered.body);
  response.writeHead(answered.status, {
    ...(answered.body === undefined || isText ? {} : { "Content-Type": "application/json; charset=utf-8" }),
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Headers": "authorization, content-type",
    "Access-Control-Allow-Methods": "GET, POST",
    Vary: "Origin",
    "x-line-request-id": randomUUID(),
    ...answered.headers,
  });
  response.end(text);
}

/** A guest keeps one phone as long as the stand-in runs. */
function phoneNames(): (userId: string) => string {
  const names = new Map<string, string>();
  return (userId) => {
    const name = names.get(userId) ?? randomUUID();
    names.set(userId, name);
    return name;
  };
}
