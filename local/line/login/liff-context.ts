import { createHash } from "node:crypto";
import type { AccessTokens } from "./access-tokens.ts";
import type { LoginRequest, LoginResponse } from "./login-request.ts";
import { loginScope, type LineLoginSettings } from "./login-settings.ts";

/** `GET /liff/v2/apps/{liffId}/contextToken`: outside LINE, with or without a login. */
export function contextToken(
  settings: LineLoginSettings,
  accessTokens: AccessTokens,
  request: LoginRequest,
): LoginResponse {
  if (request.parts[0] !== settings.liffId) return { status: 404, body: { message: "not found" } };
  const isKnown = request.bearer !== undefined && accessTokens.read(request.bearer) !== undefined;
  const holder = isKnown ? request.bearer : undefined;
  return { status: 200, body: { contextToken: liffContext(settings, { type: "external" }, holder) } };
}

/** Where a LIFF page runs: in a browser, or inside LINE opened from a chat with the account. */
export type LiffPlace = { readonly type: "external" } | { readonly type: "utou"; readonly userId: string };

/** A text shaped like a JWT. The SDK reads its middle part and never checks the signature, so it carries none. */
export function liffContext(
  settings: LineLoginSettings,
  place: LiffPlace,
  accessToken: string | undefined,
): string {
  const payload = {
    ...place,
    liffId: settings.liffId,
    endpointUrl: settings.liffEndpointUrl(),
    permanentLinkPattern: "concat",
    viewType: "full",
    availability: {},
    scope: accessToken === undefined ? [] : loginScope.split(" "),
    ...(accessToken === undefined ? {} : { accessTokenHash: hashOf(accessToken) }),
  };
  return [{ typ: "JWT", alg: "none" }, payload].map(encode).concat("unsigned").join(".");
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function hashOf(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest("base64url");
}
