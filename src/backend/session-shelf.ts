import { parseSession, type GuestSession } from "./session.ts";

/** Where the sessions of one tab wait for the next page. */
export interface SessionShelf {
  /** A session that still lasts, of this person and begun with this photo, or without one. */
  take(person: string, photoId: string | null): GuestSession | undefined;
  /** The one that was begun last, with whatever photo. */
  latest(person: string): GuestSession | undefined;
  put(person: string, photoId: string | null, session: GuestSession): void;
  drop(person: string, photoId: string | null): void;
}

/**
 * Sessions lie under person *and* photo: another guest who logs in on the same device finds nothing, and a photo of
 * another event begins a session of its own. `person` must not be a LINE user id.
 */
export function createSessionShelf(
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem">,
  clock: () => number,
): SessionShelf {
  const keyOf = (person: string, photoId: string | null): string =>
    `egao:session:${person}:${photoId ?? "now"}`;
  const latestKey = (person: string): string => `egao:latest-session:${person}`;
  const read = (key: string): GuestSession | undefined => {
    const session = readSession(storage.getItem(key));
    return session !== undefined && session.expiresAt > clock() ? session : undefined;
  };
  return {
    take(person, photoId) {
      return read(keyOf(person, photoId));
    },
    latest(person) {
      return read(latestKey(person));
    },
    put(person, photoId, session) {
      const kept = JSON.stringify(session);
      storage.setItem(keyOf(person, photoId), kept);
      storage.setItem(latestKey(person), kept);
    },
    drop(person, photoId) {
      const key = keyOf(person, photoId);
      if (storage.getItem(latestKey(person)) === storage.getItem(key)) storage.removeItem(latestKey(person));
      storage.removeItem(key);
    },
  };
}

function readSession(kept: string | null): GuestSession | undefined {
  if (kept === null) return undefined;
  try {
    return parseSession(JSON.parse(kept));
  } catch {
    // Written by an older version of the page: a new exchange replaces it.
    return undefined;
  }
}
