import { verifySession } from "../shared/guest-session-token.ts";

/** AppSync remembers an answer this long; ban and revocation are read from the guest's row all the same. */
const REMEMBERED_SECONDS = 60;

export type AuthorizerAnswer =
  | { readonly isAuthorized: false }
  | {
      readonly isAuthorized: true;
      /** AppSync takes strings only. */
      readonly resolverContext: {
        readonly eventId: string;
        readonly guestId: string;
        readonly issuedAt: string;
      };
      readonly ttlOverride: number;
    };

/** Who a guest's token says they are, without asking anybody. `now` in milliseconds since the epoch. */
export function checkSession(token: unknown, sessionKey: string, now: number): AuthorizerAnswer {
  const session = typeof token === "string" ? verifySession(token, sessionKey, now) : undefined;
  if (session === undefined) return { isAuthorized: false };
  const { eventId, guestId, issuedAt, expiresAt } = session;
  return {
    isAuthorized: true,
    resolverContext: { eventId, guestId, issuedAt: String(issuedAt) },
    // Never remembered beyond its end.
    ttlOverride: Math.min(REMEMBERED_SECONDS, Math.floor((expiresAt - now) / 1_000)),
  };
}
