import { describeError } from "../../shared/fault.ts";
import { log } from "../../shared/log.ts";
import type { PhotoKey } from "../../shared/ports/ceremony-store.ts";
import { admitGuest } from "../guests/admit-guest.ts";
import { replyDeliveryId, unsentDeliveryId } from "../deliveries.ts";
import { leaveGap } from "../sets/close-set.ts";
import { finishPhoto } from "./finish-photo.ts";
import type { PhotoMessage } from "../guest-event.ts";
import { isOfSet } from "../sets/image-set.ts";
import { hasLeft } from "../guests/has-left.ts";
import { recordPhoto } from "./record-photo.ts";
import { refuseLeftPhoto } from "./refuse-left-photo.ts";
import { stayQuiet, tellGuest } from "../telling/tell-guest.ts";
import { together } from "../../shared/together.ts";
import { withdrawPhoto } from "./withdraw-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/**
 * The way of a photo. Every step can be repeated: the photo's id is LINE's message id, names are derived from it,
 * and what an earlier try has saved is taken from there.
 */
export async function receivePhoto(ports: WorkerPorts, message: PhotoMessage): Promise<void> {
  const { store } = ports;
  const { photoId, sentAt, imageSet, contentUrl } = message;
  const [isUnsent, isAnswered] = await together([
    store.hasDelivery(unsentDeliveryId(photoId)),
    store.hasDelivery(replyDeliveryId(message.replyId)),
  ] as const);
  if (isUnsent) return withdrawOnArrival(ports, message);
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
  if (admission.kind === "left") return refuseLeftPhoto(ports, message, guest);
  const key = { eventId: event.eventId, guestId: guest.guestId, photoId };
  const photo =
    admission.photo ??
    (await recordPhoto(ports, {
      key,
      event,
      guest,
      sentAt,
      ...(imageSet && { imageSet }),
      ...(contentUrl !== undefined && { contentUrl }),
    }));
  // P3, K6: who took it back in between found nothing to remove; now there is something.
  const [isUnsentNow, guestNow] = await together([
    store.hasDelivery(unsentDeliveryId(photoId)),
    store.guest(key),
  ] as const);
  if (guestNow !== undefined && hasLeft(guestNow, sentAt)) return refuseLeftPhoto(ports, message, guestNow);
  if (isUnsentNow) return withdrawOnArrival(ports, message, key);
  // Gone at LINE.
  if (photo === undefined) return isOfSet(message) ? leaveGap(ports, message) : stayQuiet(ports, message);
  await finishPhoto(ports, photo, admission, message);
}

/** A4: the other photos of its set wait for it no longer. */
async function withdrawOnArrival(ports: WorkerPorts, message: PhotoMessage, key?: PhotoKey): Promise<void> {
  await withdrawPhoto(ports, message, key);
  if (isOfSet(message)) await leaveGap(ports, message);
}

/** Only a decoration: without it the photo goes its way all the same. */
async function showLoading({ messenger }: WorkerPorts, lineUserId: string): Promise<void> {
  try {
    await messenger.showLoading(lineUserId);
  } catch (error) {
    log.warn("loading-not-shown", describeError(error));
  }
}
