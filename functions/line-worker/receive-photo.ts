import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { admitGuest } from "./admit-guest.ts";
import { replyDeliveryId, unsentDeliveryId } from "./deliveries.ts";
import { finishPhoto } from "./finish-photo.ts";
import type { PhotoMessage } from "./guest-event.ts";
import { recordPhoto } from "./record-photo.ts";
import { stayQuiet, tellGuest } from "./tell-guest.ts";
import { together } from "../shared/together.ts";
import { withdrawPhoto } from "./withdraw-photo.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/**
 * The way of a photo. Every step can be repeated: the photo's id is LINE's message id, names are derived from it,
 * and what an earlier try has saved is taken from there.
 */
export async function receivePhoto(ports: WorkerPorts, message: PhotoMessage): Promise<void> {
  const { store } = ports;
  const { photoId, sentAt } = message;
  const [isUnsent, isAnswered] = await together([
    store.hasDelivery(unsentDeliveryId(photoId)),
    store.hasDelivery(replyDeliveryId(message.replyId)),
  ] as const);
  if (isUnsent) return withdrawPhoto(ports, message);
  const [admission] = await together([
    admitGuest(ports, message),
    isAnswered ? undefined : showLoading(ports, message.lineUserId),
  ] as const);
  if (admission.kind === "refused") {
    log.info("photo-not-admitted", { photo: photoId, reason: admission.reason });
    await tellGuest(ports, message, admission);
    return;
  }
  const { event, guest } = admission;
  const key = { eventId: event.eventId, guestId: guest.guestId, photoId };
  const photo = admission.photo ?? (await recordPhoto(ports, { key, event, guest, sentAt }));
  // P3: an unsend that came in between found nothing to remove; now there is something.
  if (await store.hasDelivery(unsentDeliveryId(photoId))) return withdrawPhoto(ports, message, key);
  if (photo === undefined) return stayQuiet(ports, message);
  await finishPhoto(ports, photo, admission, message);
}

/** Only a decoration: without it the photo goes its way all the same. */
async function showLoading({ messenger }: WorkerPorts, lineUserId: string): Promise<void> {
  try {
    await messenger.showLoading(lineUserId);
  } catch (error) {
    log.warn("loading-not-shown", describeError(error));
  }
}
