import { createHmac, timingSafeEqual } from "node:crypto";

/** Whom a guest's session token names; times in milliseconds since the epoch. */
export interface GuestSession {
  readonly eventId: string;
  readonly guestId: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

// A bare JWT is not allowed as a Lambda authorizer's token beside a user pool; the prefix tells ours apart.
const PREFIX = "guest:";

export function signSession(session: GuestSession, key: string): string {
  const { eventId: e, guestId: g, issuedAt: i, expiresAt: x } = session;
  const payload = Buffer.from(JSON.stringify({ e, g, i, x })).toString("base64url");
  return `${PREFIX}${payload}.${signatureOf(payload, key).toString("base64url")}`;
}

/** The session of a token that we signed and that has not expired at `now`; `undefined` for everything else. */
export function verifySession(token: string, key: string, now: number): GuestSession | undefined {
  if (!token.startsWith(PREFIX)) return undefined;
  const [payload, signature, ...rest] = token.slice(PREFIX.length).split(".");
  if (payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const expected = signatureOf(payload, key);
  const given = Buffer.from(signature, "base64url");
  // Base64 has several spellings of the same bytes: one token has one.
  if (given.toString("base64url") !== signature || given.length !== expected.length) return undefined;
  if (!timingSafeEqual(given, expected)) return undefined;
  const session = parse(Buffer.from(payload, "base64url").toString("utf8"));
  return session !== undefined && now < session.expiresAt ? session : undefined;
}

function signatureOf(payload: string, key: string): Buffer {
  return createHmac("sha256", key).update(`${PREFIX}${payload}`).digest();
}

/** Of a payload whose signature is ours, so only its shape of former days can be unknown. */
function parse(json: string): GuestSession | undefined {
  const payload: unknown = JSON.parse(json);
  if (typeof payload !== "object" || payload === null) return undefined;
  const { e, g, i, x } = payload as Record<string, unknown>; // an object was checked; each member is checked below
  if (typeof e !== "string" || typeof g !== "string") return undefined;
  if (typeof i !== "number" || typeof x !== "number") return undefined;
  return { eventId: e, guestId: g, issuedAt: i, expiresAt: x };
}
