import { log } from "../shared/log.ts";
import type { PhotoKey } from "../shared/ports/ceremony-store.ts";
import type { GuestPorts } from "./guest-ports.ts";

/** As the API answers it. */
export interface PhotoRemoval {
  readonly photoId: string;
}

/**
 * P3: orders that a photo is taken out of everything. One message is the whole order: once the queue has it the photo
 * goes, and until then nothing has happened. `null`: the guest has no such photo, or none any more.
 */
export async function deleteMyPhoto(
  { store, orderQueue }: Pick<GuestPorts, "store" | "orderQueue">,
  { eventId, guestId, photoId }: PhotoKey,
): Promise<PhotoRemoval | null> {
  const photo = await store.photo({ eventId, guestId, photoId });
  if (photo === undefined || photo.state === "removed") return null;
  await orderQueue.send({ kind: "withdraw", eventId, guestId, photoId }, 0);
  log.info("photo-deletion-ordered", { photo: photoId });
  return { photoId };
}
