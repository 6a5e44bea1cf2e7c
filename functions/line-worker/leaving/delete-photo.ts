import { Fault } from "../../shared/fault.ts";
import type { PhotoKey } from "../../shared/ports/ceremony-store.ts";
import { refuseLater, withdrawKnown } from "../photos/withdraw-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";

const TRIES = 10;
/** Whatever a clock says: too late to take the deletion back. */
const LONG_OVER = 1;

/**
 * P8: the guest deleted a photo on the personal page. The same once its time is over, but for whose it is, which was
 * checked before. Nothing is touched before the row says that it is too late for everybody.
 */
export async function deletePhoto(
  ports: WorkerPorts,
  { eventId, guestId, photoId }: PhotoKey,
): Promise<void> {
  const { store, queue, clock } = ports;
  const key = { eventId, guestId, photoId };
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const photo = await store.photo(key);
    // Anything else would be a tombstone that keeps somebody else's photo out.
    if (photo === undefined) return;
    if (photo.state !== "removed") {
      if (photo.leavesAt === undefined) return;
      const restMs = photo.leavesAt - clock();
      if (restMs > 0) return queue.send({ kind: "withdraw", ...key }, Math.ceil(restMs / 1_000));
      if (!(await store.saveLeaving(key, LONG_OVER, photo.version))) continue;
    }
    await refuseLater(ports, photoId);
    return withdrawKnown(ports, key);
  }
  throw new Fault("store-conflict", "saveLeaving");
}
