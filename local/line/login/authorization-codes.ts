import { createHash, randomBytes } from "node:crypto";
import type { Clock } from "../../aws/service.ts";
import { codeLifeMs } from "./login-settings.ts";

/** What a guest agreed to on the login page. */
export interface Agreement {
  readonly userId: string;
  /** S256 of the verifier that only the page which asked knows. */
  readonly codeChallenge: string;
  readonly redirectUri: string;
}

export interface AuthorizationCodes {
  issue(agreement: Agreement): string;
  /** A code works once and for ten minutes, whether the exchange then succeeds or not. */
  take(code: string): Agreement | undefined;
}

export function createAuthorizationCodes(clock: Clock): AuthorizationCodes {
  const waiting = new Map<string, { readonly agreement: Agreement; readonly expiresAt: number }>();
  return {
    issue(agreement) {
      const code = randomBytes(15).toString("base64url");
      waiting.set(code, { agreement, expiresAt: clock() + codeLifeMs });
      return code;
    },
    take(code) {
      const found = waiting.get(code);
      waiting.delete(code);
      return found !== undefined && found.expiresAt > clock() ? found.agreement : undefined;
    },
  };
}

export function challengeOf(codeVerifier: string): string {
  return createHash("sha256").update(codeVerifier).digest("base64url");
}
