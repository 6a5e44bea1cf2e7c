import { log } from "../../shared/log.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { together } from "../../shared/together.ts";
import type { Admitted } from "../guests/admit-guest.ts";
import { answerOf, placeIn } from "./answer-of-photo.ts";
import { answerSettled } from "../sets/answer-set.ts";
import type { PhotoMessage } from "../guest-event.ts";
import { isOfSet } from "../sets/image-set.ts";
import { markAnswered } from "../telling/mark-answered.ts";
import { publishStanding } from "../standings/publish-standing.ts";
import { type Settled, settleStanding } from "../standings/settle-standing.ts";
import { tellGuest } from "../telling/tell-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** What follows from a photo that was read: the standing, the boards, the guest's answer. */
export async function finishPhoto(
  ports: WorkerPorts,
  read: StoredPhoto,
  admitted: Admitted,
  to: PhotoMessage,
): Promise<void> {
  if (read.state === "removed" || read.step === "answered") return;
  const settled = await settleStanding(ports, read);
  const photo = settled.photos.find(({ photoId }) => photoId === read.photoId) ?? read;
  if (!isOfSet(to)) return finishAlone(ports, photo, { ...admitted, settled }, to);
  await publish(ports, photo, settled);
  await answerSettled(ports, to, photo, { ...admitted, settled });
}

async function finishAlone(
  ports: WorkerPorts,
  photo: StoredPhoto,
  { event, guest, settled }: Admitted & { readonly settled: Settled },
  to: PhotoMessage,
): Promise<void> {
  if (photo.state === "removed") return;
  const { photos, rules, standing } = settled;
  const [place] = await together([
    photo.state === "shown" ? placeIn(ports, photo.eventId, standing) : undefined,
    publish(ports, photo, settled),
  ] as const);
  // A3, P8: nothing is said of it, unless its guest takes that back: then with the next reply.
  if (photo.reason === "leaving") return markAnswered(ports, photo, false);
  const about = { event, rules, language: guest.language, standing, ...(place !== undefined && { place }) };
  // Last: a failure of the others brings the photo back, and then nobody would know whether the guest was told.
  await markAnswered(ports, photo, await tellGuest(ports, to, answerOf(photo, about), photos));
}

async function publish(ports: WorkerPorts, photo: StoredPhoto, { hasChanged }: Settled): Promise<void> {
  if (photo.state === "shown") {
    await together([ports.store.publishShownPhoto(photo), publishStanding(ports, photo)]);
    log.info("photo-published", { photo: photo.photoId });
    return;
  }
  // The boards have nothing to hear, unless it changed what the guest's other photos are.
  if (hasChanged && photo.state !== "removed") await publishStanding(ports, photo);
}
