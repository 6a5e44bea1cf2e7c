import { refusalOf } from "./session-refusal.ts";
import type { SessionShelf } from "./session-shelf.ts";
import type { GuestSession } from "./session.ts";

/** What a session needs to know of the login at LINE. */
export interface GuestLogin {
  person(): Promise<string | undefined>;
  idToken(wish: { readonly fresh: boolean }): Promise<string | undefined>;
  confirm(): void;
}

export interface SessionParts {
  readonly login: GuestLogin;
  readonly shelf: SessionShelf;
  /** Null: no event to begin in. */
  readonly start: (idToken: string, photoId: string | null) => Promise<GuestSession | null>;
}

/**
 * - `reopen`: the guest has to open the page again from the chat, nothing else helps
 * - `nowhere`: LINE knows the guest, but there is no such photo
 */
export type SessionUse<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "reopen" }
  | { readonly kind: "nowhere" };

/**
 * Asks the API with the guest's session: the kept one, else, or when that is refused, one fresh exchange of LINE's
 * ID token. After that it gives up instead of trying again. Rejects with whatever is no question of identity.
 *
 * `isElsewhere` tells by the answer whether the photo belongs to another event than the session. With it the session
 * begun last in this tab is tried before a new one: whoever comes from the own history needs no other.
 */
export async function useSession<T>(
  parts: SessionParts,
  photoId: string | null,
  ask: (token: string) => Promise<T>,
  isElsewhere?: (value: T) => boolean,
): Promise<SessionUse<T>> {
  const before = await parts.login.person();
  const kept = before === undefined ? undefined : parts.shelf.take(before, photoId);
  if (before !== undefined && kept !== undefined) {
    const asked = await unlessRefused(() => ask(kept.token));
    if (asked.kind === "done") return asked;
    parts.shelf.drop(before, photoId);
  } else if (before !== undefined && isElsewhere !== undefined) {
    const borrowed = await askWithLatest(parts, before, photoId, ask, isElsewhere);
    if (borrowed !== undefined) return borrowed;
  }
  const session = await exchange(parts, photoId);
  if (session === undefined) return { kind: "reopen" };
  if (session === null) return { kind: "nowhere" };
  return askAnew(parts, photoId, session, ask);
}

/** Undefined where the session begun last is not good for this photo. */
async function askWithLatest<T>(
  { shelf }: SessionParts,
  person: string,
  photoId: string | null,
  ask: (token: string) => Promise<T>,
  isElsewhere: (value: T) => boolean,
): Promise<SessionUse<T> | undefined> {
  const latest = shelf.latest(person);
  if (latest === undefined) return undefined;
  try {
    const value = await ask(latest.token);
    if (isElsewhere(value)) return undefined;
    shelf.put(person, photoId, latest);
    return { kind: "done", value };
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return undefined;
  }
}

async function askAnew<T>(
  { login, shelf }: SessionParts,
  photoId: string | null,
  session: GuestSession,
  ask: (token: string) => Promise<T>,
): Promise<SessionUse<T>> {
  const asked = await unlessRefused(() => ask(session.token));
  if (asked.kind === "refused") return { kind: "reopen" };
  const person = await login.person();
  if (person !== undefined) shelf.put(person, photoId, session);
  return asked;
}

/** Undefined: LINE gives no token that the API takes. Null: no event to begin in. */
async function exchange(
  { login, start }: SessionParts,
  photoId: string | null,
): Promise<GuestSession | null | undefined> {
  for (const fresh of [false, true]) {
    const idToken = await login.idToken({ fresh });
    if (idToken === undefined) return undefined;
    const asked = await unlessRefused(() => start(idToken, photoId));
    if (asked.kind === "refused") continue;
    login.confirm();
    return asked.value;
  }
  return undefined;
}

type Asked<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "refused" };

async function unlessRefused<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { kind: "done", value: await ask() };
  } catch (error) {
    if (refusalOf(error) === "identity") return { kind: "refused" };
    throw error;
  }
}
