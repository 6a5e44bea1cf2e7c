import { log } from "../../shared/log.ts";
import type { Guest, PhotoKey } from "../../shared/ports/ceremony-store.ts";
import { dropName } from "../leaving/erase-photo.ts";
import { forgetPerson } from "../guests/forget-person.ts";
import type { PhotoMessage } from "../guest-event.ts";
import { stayQuiet } from "../telling/tell-guest.ts";
import { withdrawPhoto } from "./withdraw-photo.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** K6: a photo arrives after its guest has left with everything: nothing of it is kept, and nobody hears of it. */
export async function refuseLeftPhoto(
  ports: WorkerPorts,
  message: PhotoMessage,
  { eventId, guestId, leftAt = 0 }: Guest,
): Promise<void> {
  const { photoId, lineUserId } = message;
  const key: PhotoKey = { eventId, guestId, photoId };
  log.info("photo-not-admitted", { photo: photoId, reason: "left" });
  await stayQuiet(ports, message);
  await withdrawPhoto(ports, message, key);
  await dropName(ports, key);
  // It may have brought its sender back, on the way until here.
  await forgetPerson(ports, lineUserId, { eventId, until: leftAt });
}
