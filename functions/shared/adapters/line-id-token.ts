import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import type { Clock } from "../ports/clock.ts";
import type { IdTokenVerifier } from "../ports/id-token-verifier.ts";
import { Fault } from "../fault.ts";

interface LineLogin {
  /** `https://api.line.me` */
  readonly apiBaseUrl: string;
  readonly channelId: string;
  readonly clock: Clock;
}

const ISSUER = "https://access.line.me";
const userId = /^U[0-9a-f]{32}$/;

/** LIFF's ID tokens are ES256, verified against LINE's published keys, which are fetched when a new one appears. */
export function createIdTokenVerifier({ apiBaseUrl, channelId, clock }: LineLogin): IdTokenVerifier {
  const keys = createRemoteJWKSet(new URL("/oauth2/v2.1/certs", apiBaseUrl), { timeoutDuration: 4_000 });
  return {
    async verify(idToken) {
      try {
        const { payload } = await jwtVerify(idToken, keys, {
          issuer: ISSUER,
          audience: channelId,
          algorithms: ["ES256"],
          requiredClaims: ["sub", "exp"],
          currentDate: new Date(clock()),
        });
        const { sub } = payload;
        if (sub === undefined || !userId.test(sub)) return { kind: "refused", reason: "token-invalid" };
        return { kind: "verified", lineUserId: sub };
      } catch (error) {
        return { kind: "refused", reason: reasonOf(error) };
      }
    },
  };
}

/** Keys that could not be fetched say nothing about the token: that is a fault, not a refusal. */
function reasonOf(error: unknown): "token-expired" | "token-invalid" {
  if (error instanceof errors.JWTExpired) return "token-expired";
  const isAboutToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== "ERR_JOSE_GENERIC" &&
    error.code !== "ERR_JWKS_INVALID";
  if (isAboutToken) return "token-invalid";
  throw new Fault("line-keys-unreachable", error);
}
