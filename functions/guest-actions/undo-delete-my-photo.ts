import { log } from "../shared/log.ts";
import type { PhotoKey } from "../shared/ports/ceremony-store.ts";
import { settleGuests } from "../shared/settle-guests.ts";
import { changeLeaving, type LeavingPorts } from "./change-leaving.ts";

/** P8: the photo stays, and comes back by the rules. `null`: too late, or no photo of the guest. Can be repeated. */
export async function undoDeleteMyPhoto(
  ports: LeavingPorts,
  key: PhotoKey,
): Promise<{ readonly photoId: string } | null> {
  const { eventId, guestId, photoId } = key;
  const photo = await settleGuests(ports, eventId, [guestId], () =>
    changeLeaving(ports, key, ({ leavesAt }) =>
      leavesAt !== undefined && leavesAt > ports.clock() ? undefined : leavesAt,
    ),
  );
  if (photo === undefined || photo.leavesAt !== undefined) return null;
  log.info("photo-deletion-taken-back", { photo: photoId });
  return { photoId };
}
