import { log } from "../shared/log.ts";
import type { PhotoKey } from "../shared/ports/ceremony-store.ts";
import { settleGuests } from "../shared/settle-guests.ts";
import { changeLeaving, type LeavingPorts, photoHere } from "./change-leaving.ts";

/** As the API answers it: until `goneAt` it may be taken back; milliseconds since the epoch. */
export interface PhotoRemoval {
  readonly photoId: string;
  readonly goneAt: number;
}

const WINDOW_SECONDS = 15;

/**
 * P8: hides a photo from everybody, and has it taken out of everything when nobody has said otherwise by then. That is
 * ordered first: as soon as the row says that the photo leaves, it does. `null`: the guest has no such photo, or none any
 * more.
 */
export async function deleteMyPhoto(ports: LeavingPorts, key: PhotoKey): Promise<PhotoRemoval | null> {
  const { eventId, guestId, photoId } = key;
  const photo = await photoHere(ports, key);
  if (photo === undefined) return null;
  if (photo.leavesAt !== undefined) return { photoId, goneAt: photo.leavesAt };
  const wanted = ports.clock() + WINDOW_SECONDS * 1_000;
  await ports.orderQueue.send({ kind: "withdraw", eventId, guestId, photoId }, WINDOW_SECONDS + 1);
  const leaving = await settleGuests(ports, eventId, [guestId], () =>
    changeLeaving(ports, key, ({ leavesAt = wanted }) => leavesAt),
  );
  if (leaving?.leavesAt === undefined) return null;
  log.info("photo-deletion-ordered", { photo: photoId });
  return { photoId, goneAt: leaving.leavesAt };
}
