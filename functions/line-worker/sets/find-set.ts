import { guestIdOf } from "../../shared/keyed-names.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { together } from "../../shared/together.ts";
import type { Admitted } from "../guests/admit-guest.ts";
import { findEvent } from "../guests/find-event.ts";
import { membersOf, type SetMessage } from "./image-set.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** A set as its guest's photos hold it. */
export interface FoundSet extends Pick<Admitted, "event" | "guest"> {
  readonly members: readonly StoredPhoto[];
}

/** `undefined`: who sent it plays nowhere yet. */
export async function findSet(
  ports: Pick<WorkerPorts, "store" | "guestIdKey">,
  { lineUserId, sentAt, imageSet }: SetMessage,
): Promise<FoundSet | undefined> {
  const { store, guestIdKey } = ports;
  const { event, isJoined } = await findEvent(ports, lineUserId, sentAt);
  if (event === undefined || !isJoined) return undefined;
  const key = { eventId: event.eventId, guestId: guestIdOf(guestIdKey, event.eventId, lineUserId) };
  const [guest, photos] = await together([store.guest(key), store.photosOfGuest(key)] as const);
  return guest && { event, guest, members: membersOf(photos, imageSet) };
}
