import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";
import { loginError, type LoginRequest, type LoginResponse } from "./login-request.ts";
import { loginIssuer } from "./login-settings.ts";
import type { LoginParts } from "./login-routes.ts";
import type { SigningKey } from "./signing-key.ts";

type Verdict =
  | { readonly kind: "valid"; readonly claims: JWTPayload }
  | { readonly kind: "refused"; readonly text: string };

type VerifyParts = Pick<LoginParts, "settings" | "key" | "tokenCut">;

/** `POST /oauth2/v2.1/verify`: the claims, or one of LINE's six sentences. */
export async function verifyIdToken(parts: VerifyParts, request: LoginRequest): Promise<LoginResponse> {
  const form = new URLSearchParams(request.body);
  for (const name of ["id_token", "client_id"]) {
    if (!form.get(name)) return loginError("invalid_request", `'${name}' must be specified`);
  }
  const verdict = await judge(parts, form);
  return verdict.kind === "valid"
    ? { status: 200, body: verdict.claims }
    : loginError("invalid_request", verdict.text);
}

async function judge({ settings, key, tokenCut }: VerifyParts, form: URLSearchParams): Promise<Verdict> {
  const claims = await signedClaims(form.get("id_token") ?? "", key);
  if (claims === undefined) return { kind: "refused", text: "Invalid IdToken." };
  const checks: readonly (readonly [boolean, string])[] = [
    [claims.iss === loginIssuer, "Invalid IdToken Issuer."],
    [(claims.exp ?? 0) * 1000 > settings.clock() && !tokenCut.hasEnded(claims.iat), "IdToken expired."],
    [claims.aud === form.get("client_id"), "Invalid IdToken Audience."],
    [!form.has("nonce") || claims["nonce"] === form.get("nonce"), "Invalid IdToken Nonce."],
    [!form.has("user_id") || claims.sub === form.get("user_id"), "Invalid IdToken Subject Identifier."],
  ];
  const failed = checks.find(([passed]) => !passed);
  return failed === undefined ? { kind: "valid", claims } : { kind: "refused", text: failed[1] };
}

async function signedClaims(token: string, key: SigningKey): Promise<JWTPayload | undefined> {
  try {
    if (decodeProtectedHeader(token).kid !== key.kid) return undefined;
    await compactVerify(token, key.publicKey, { algorithms: ["ES256"] });
    return decodeJwt(token);
  } catch {
    // Whatever cannot be read or was signed by somebody else has one and the same sentence at LINE.
    return undefined;
  }
}
