import { connectBackend, request } from "./client.ts";
import { number, optional, record, text } from "./parse.ts";

/** A guest's own session in one event, valid until the event's photos are deleted. */
export interface GuestSession {
  /** Begins with `guest:`. */
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly guestId: string;
  readonly eventTitle: string;
}

const START_SESSION = `mutation StartSession($idToken: String!, $photoId: ID) {
  startSession(idToken: $idToken, photoId: $photoId) { token expiresAt guestId eventTitle }
}`;

/**
 * Exchanges LINE's ID token for a session in the event of a photo; without one where the guest plays now. Null when there
 * is no event to begin in; rejects as `request` does when refused.
 */
export async function startSession(idToken: string, photoId: string | null): Promise<GuestSession | null> {
  await connectBackend();
  const answer = record(await request(START_SESSION, { idToken, photoId }), "answer");
  return optional(answer, "startSession", (source, key) => parseSession(source[key]));
}

/** Throws on anything that is not a session. */
export function parseSession(value: unknown): GuestSession {
  const source = record(value, "session");
  return {
    token: text(source, "token"),
    expiresAt: number(source, "expiresAt"),
    guestId: text(source, "guestId"),
    eventTitle: text(source, "eventTitle"),
  };
}
