import type { AuthorizationCodes } from "./authorization-codes.ts";
import { authorizePage, refusedPage } from "./authorize-page.ts";
import type { LoginRequest, LoginResponse } from "./login-request.ts";
import type { LineLoginSettings } from "./login-settings.ts";

/** What `liff.login()` asks for in the address of the login page. */
export interface LoginDemand {
  readonly state: string;
  readonly codeChallenge: string;
  readonly redirectUri: string;
}

/** `GET /liff/v1/authorize`: the page on which a guest says who they are. */
export function showAuthorize(settings: LineLoginSettings, request: LoginRequest): LoginResponse {
  const demand = readDemand(settings, request.url.searchParams);
  return typeof demand === "string"
    ? refusedPage(demand)
    : authorizePage(demand, request.url, settings.users.list());
}

/** `POST /liff/v1/authorize?…` with `user_id`, or without one when the guest cancels: back to the page. */
export function answerAuthorize(
  settings: LineLoginSettings,
  codes: AuthorizationCodes,
  request: LoginRequest,
): LoginResponse {
  const demand = readDemand(settings, request.url.searchParams);
  if (typeof demand === "string") return refusedPage(demand);
  const userId = new URLSearchParams(request.body).get("user_id");
  if (!userId) return cancelled(demand);
  if (settings.users.find(userId) === undefined)
    return refusedPage("Nobody on this machine has that user id.");
  const { codeChallenge, redirectUri } = demand;
  const code = codes.issue({ userId, codeChallenge, redirectUri });
  return redirect(demand.redirectUri, {
    code,
    state: demand.state,
    liffClientId: settings.loginChannelId,
    liffRedirectUri: demand.redirectUri,
  });
}

function cancelled(demand: LoginDemand): LoginResponse {
  return redirect(demand.redirectUri, {
    error: "access_denied",
    error_description: "The resource owner denied the request.",
    state: demand.state,
    liffOAuth2Error: "true",
  });
}

function redirect(to: string, parameters: Readonly<Record<string, string>>): LoginResponse {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { status: 303, headers: { Location: url.href, "Cache-Control": "no-store" } };
}

/** The demand, or the sentence that says why LINE would show its error screen. */
function readDemand(settings: LineLoginSettings, query: URLSearchParams): LoginDemand | string {
  if (query.get("app_id") !== settings.liffId) return "There is no LIFF app with that app_id.";
  if (query.get("response_type") !== "code") return "response_type must be code.";
  const codeChallenge = query.get("code_challenge");
  if (!codeChallenge || query.get("code_challenge_method") !== "S256") return "PKCE with S256 is required.";
  const endpoint = settings.liffEndpointUrl();
  const redirectUri = query.get("redirect_uri") ?? endpoint;
  if (!startsWithEndpoint(redirectUri, endpoint)) return "redirect_uri must start with the endpoint URL.";
  return { state: query.get("state") ?? "", codeChallenge, redirectUri };
}

function startsWithEndpoint(redirectUri: string, endpoint: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const [given, allowed] = [new URL(redirectUri), new URL(endpoint)];
  return given.origin === allowed.origin && given.pathname.startsWith(allowed.pathname);
}
