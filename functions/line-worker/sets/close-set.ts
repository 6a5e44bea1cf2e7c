import { photoExpiresAt } from "#domain/retention";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { answerSet, isAnswered, leaveUntold } from "./answer-set.ts";
import { unsentDeliveryId } from "../deliveries.ts";
import { findEvent, findLanguage } from "../guests/find-event.ts";
import { findSet, type FoundSet } from "./find-set.ts";
import { answersForSet, isLastKnown, keptOfSet, type SetMessage } from "./image-set.ts";
import { settleStanding } from "../standings/settle-standing.ts";
import { tellGuest } from "../telling/tell-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** A4: LINE did not say how many photos there are. Of those known by now the last one answers for all. */
export async function closeSet(ports: WorkerPorts, message: SetMessage): Promise<void> {
  if (await isAnswered(ports, message)) return;
  const found = await findSet(ports, message);
  if (found !== undefined && isLastKnown(found.members, message.photoId))
    await answerFound(ports, message, found);
}

/** A4: some time after a photo of a set: what is known is told, or that something arrived, once for all of them. */
export async function remindOfSet(ports: WorkerPorts, message: SetMessage): Promise<void> {
  if (!(await isAnswered(ports, message))) await tellWhatIsKnown(ports, message);
  // Whoever answered may not have known of this photo, or have died.
  const found = await findSet(ports, message);
  await leaveUntold(
    ports,
    found?.members.find(({ photoId }) => photoId === message.photoId),
  );
}

async function tellWhatIsKnown(ports: WorkerPorts, message: SetMessage): Promise<void> {
  if (await ports.store.hasDelivery(unsentDeliveryId(message.photoId))) return;
  const found = await findSet(ports, message);
  if (found?.members.some(isThere) === true) return answerFound(ports, message, found);
  const whereabouts = await findEvent(ports, message.lineUserId, message.sentAt);
  const language = await findLanguage(ports, whereabouts, message.lineUserId);
  await tellGuest(ports, message, { kind: "received", language, photoId: message.photoId });
}

/**
 * A4: a photo that its guest took back, or that LINE has no more, before it was kept leaves what one that was kept
 * leaves when it is taken back, so that its set waits for it no longer. Can be repeated.
 */
export async function leaveGap(ports: WorkerPorts, message: SetMessage): Promise<void> {
  const { store, clock } = ports;
  const found = await findSet(ports, message);
  if (found === undefined) return;
  const { event, guest } = found;
  const { displayName, eventId, guestId } = guest;
  await store.savePhoto(
    {
      eventId,
      guestId,
      photoId: message.photoId,
      displayName,
      sentAt: message.sentAt,
      step: "answered",
      state: "removed",
      reason: "withdrawn",
      score: 0,
      ...keptOfSet(message.imageSet),
      expiresAt: photoExpiresAt(event),
    },
    0,
  );
  const now = await findSet(ports, message);
  if (now !== undefined && answersForSet(now.members, message, clock()))
    await answerFound(ports, message, now);
}

const isThere = ({ state }: StoredPhoto): boolean => state !== "removed";

async function answerFound(
  ports: WorkerPorts,
  message: SetMessage,
  { event, guest }: FoundSet,
): Promise<void> {
  await answerSet(ports, message, { event, guest, settled: await settleStanding(ports, guest) });
}
