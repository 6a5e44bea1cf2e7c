import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { TokenCut } from "../../faults/token-cut.ts";
import { accessTokenLifeMs, type LineLoginSettings } from "./login-settings.ts";

/** What an access token stands for. */
export interface AccessGrant {
  readonly userId: string;
  readonly expiresAt: number;
}

export interface AccessTokens {
  issue(userId: string): string;
  /** The grant while it lasts; undefined for a stranger's or an expired token. */
  read(token: string): AccessGrant | undefined;
}

/**
 * Opaque tokens as LINE's. They carry their grant under a seal instead of being kept in a list, so that a phone
 * that was logged in stays so when the stand-in restarts.
 */
export function createAccessTokens(
  settings: LineLoginSettings,
  sealKey: string,
  tokenCut: TokenCut,
): AccessTokens {
  const seal = (content: string): Buffer => createHmac("sha256", sealKey).update(content).digest();
  return {
    issue(userId) {
      const expiresAt = tokenCut.issuedAtSeconds(settings.clock()) * 1000 + accessTokenLifeMs;
      const unique = randomBytes(6).toString("hex");
      const content = Buffer.from(`${expiresAt}.${unique}.${userId}`).toString("base64url");
      return `${content}.${seal(content).toString("base64url")}`;
    },
    read(token) {
      const [content = "", given = ""] = token.split(".");
      const expected = seal(content);
      const givenSeal = Buffer.from(given, "base64url");
      if (givenSeal.length !== expected.length || !timingSafeEqual(givenSeal, expected)) return undefined;
      const [expiresAt = "", , userId = ""] = Buffer.from(content, "base64url").toString("utf8").split(".");
      const grant = { userId, expiresAt: Number(expiresAt) };
      const hasEnded = tokenCut.hasEnded((grant.expiresAt - accessTokenLifeMs) / 1000);
      return grant.expiresAt > settings.clock() && !hasEnded ? grant : undefined;
    },
  };
}
