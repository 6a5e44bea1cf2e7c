import { parseSession, type GuestSession } from "./session.ts";

/** Where the sessions of one tab wait for the next page. */
export interface SessionShelf {
  /** A session that still lasts, of this person and begun with this photo, or without one. */
  take(person: string, photoId: string | null): GuestSession | undefined;
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
  return {
    take(person, photoId) {
      const session = readSession(storage.getItem(keyOf(person, photoId)));
      return session !== undefined && session.expiresAt > clock() ? session : undefined;
    },
    put(person, photoId, session) {
      storage.setItem(keyOf(person, photoId), JSON.stringify(session));
    },
    drop(person, photoId) {
      storage.removeItem(keyOf(person, photoId));
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
