import { deletedByAt } from "#domain/retention";
import { signSession } from "../shared/guest-session-token.ts";
import { guestIdOf } from "../shared/keyed-names.ts";
import type { CeremonyStore, Guest } from "../shared/ports/ceremony-store.ts";
import type { Clock } from "../shared/ports/clock.ts";
import type { IdTokenVerifier } from "../shared/ports/id-token-verifier.ts";

export interface SessionPorts {
  readonly store: Pick<CeremonyStore, "person" | "event" | "guest" | "photoById">;
  readonly verifier: IdTokenVerifier;
  readonly clock: Clock;
  readonly guestIdKey: string;
  readonly sessionKey: string;
}

export interface SessionRequest {
  readonly idToken: string;
  /** The photo that the guest wants to see: its event is the session's. */
  readonly photoId?: string | undefined;
}

export type SessionAnswer =
  | {
      readonly token: string;
      readonly expiresAt: number;
      readonly guestId: string;
      readonly eventTitle: string;
    }
  | { readonly refused: "token-invalid" | "token-expired" | "not-a-guest" | "banned" };

/** LINE's ID token lives an hour; the guest's own session lives until the event is deleted. */
export async function startSession(ports: SessionPorts, request: SessionRequest): Promise<SessionAnswer> {
  const { store, verifier, clock } = ports;
  const verdict = await verifier.verify(request.idToken);
  if (verdict.kind === "refused") return { refused: verdict.reason };
  const guest = await findGuest(ports, verdict.lineUserId, request.photoId);
  const event = guest && (await store.event(guest.eventId));
  const issuedAt = clock();
  const isThere = guest !== undefined && guest.erasedAt === undefined;
  if (!isThere || event === undefined || deletedByAt(event) <= issuedAt) {
    return { refused: "not-a-guest" };
  }
  if (guest.bannedAt !== undefined) return { refused: "banned" };
  const { eventId, guestId } = guest;
  const expiresAt = deletedByAt(event);
  const token = signSession({ eventId, guestId, issuedAt, expiresAt }, ports.sessionKey);
  return { token, expiresAt, guestId, eventTitle: event.title };
}

/** In the event of the photo if it is the guest's own, else where the guest plays now. */
async function findGuest(
  { store, guestIdKey }: SessionPorts,
  lineUserId: string,
  photoId: string | undefined,
): Promise<Guest | undefined> {
  const photo = photoId === undefined ? undefined : await store.photoById(photoId);
  if (photo !== undefined && photo.guestId === guestIdOf(guestIdKey, photo.eventId, lineUserId)) {
    return store.guest(photo);
  }
  const eventId = (await store.person(lineUserId))?.eventId;
  if (eventId === undefined) return undefined;
  return store.guest({ eventId, guestId: guestIdOf(guestIdKey, eventId, lineUserId) });
}
