import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { TokenCut } from "../../faults/token-cut.ts";
import { idTokenLifeMs, loginIssuer, type LineLoginSettings } from "./login-settings.ts";
import { newPrivateJwk, signingKeyFrom, type SigningKey } from "./signing-key.ts";

/** An ID token as LINE issues it, or, for tests, one that a verifier has to refuse. */
export interface IdTokenRequest {
  readonly userId: string;
  readonly nonce?: string;
  /** Already past its hour. */
  readonly expired?: boolean;
  readonly audience?: string;
  readonly issuer?: string;
  /** Signed by a key that is in no key set. */
  readonly unknownKey?: boolean;
}

export type IssueIdToken = (request: IdTokenRequest) => Promise<string>;

const lifeSeconds = idTokenLifeMs / 1000;

/** Throws when nobody has that user id: LINE signs for people only. */
export function createIdTokens(
  settings: LineLoginSettings,
  key: SigningKey,
  tokenCut: TokenCut,
): IssueIdToken {
  return async (request) => {
    const user = settings.users.find(request.userId);
    if (user === undefined) throw new Error("no such LINE user");
    const issuedAt =
      tokenCut.issuedAtSeconds(settings.clock()) - (request.expired === true ? 2 * lifeSeconds : 0);
    const signer = request.unknownKey === true ? await signingKeyFrom(newPrivateJwk()) : key;
    return new SignJWT({
      amr: ["linesso"],
      name: user.displayName,
      ...(user.pictureUrl === undefined ? {} : { picture: user.pictureUrl }),
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    })
      .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: signer.kid })
      .setIssuer(request.issuer ?? loginIssuer)
      .setSubject(user.userId)
      .setAudience(request.audience ?? settings.loginChannelId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .setJti(randomUUID())
      .sign(signer.privateKey);
  };
}
