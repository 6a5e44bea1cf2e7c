import { log } from "../../shared/log.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import { type Answer, mostInSet } from "../../shared/ports/guest-messenger.ts";
import { together } from "../../shared/together.ts";
import type { Admitted } from "../guests/admit-guest.ts";
import { answerOf, placeIn } from "../photos/answer-of-photo.ts";
import { replyDeliveryId, unsentDeliveryId } from "../deliveries.ts";
import { answersForSet, membersOf, type SetMessage } from "./image-set.ts";
import { markAnswered } from "../telling/mark-answered.ts";
import type { Settled } from "../standings/settle-standing.ts";
import { stayQuiet, tryToTell } from "../telling/tell-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";

/** Whose set it is, and the guest's photos as they are now. */
export interface SetOwner extends Pick<Admitted, "event" | "guest"> {
  readonly settled: Settled;
}

/** Whether somebody has, or had, the right to answer for the set. */
export const isAnswered = ({ store }: WorkerPorts, { replyId }: SetMessage): Promise<boolean> =>
  store.hasDelivery(replyDeliveryId(replyId));

/** A4: a photo of a set was settled. If it is the one to do so it answers for the set. */
export async function answerSettled(
  ports: WorkerPorts,
  to: SetMessage,
  photo: StoredPhoto,
  owner: SetOwner,
): Promise<void> {
  if (answersForSet(membersOf(owner.settled.photos, to.imageSet), to, ports.clock()))
    return answerSet(ports, to, owner);
  // Somebody has given up waiting for it.
  if (await isAnswered(ports, to)) await leaveUntold(ports, photo);
}

/** A4: one reply tells what became of all photos of a set that are known; what was taken back is left out. */
export async function answerSet(ports: WorkerPorts, to: SetMessage, owner: SetOwner): Promise<void> {
  const { photos, standing } = owner.settled;
  const members = membersOf(photos, to.imageSet);
  const [place, results] = await together([
    placeIn(ports, owner.event.eventId, standing),
    keptOf(ports, members),
  ] as const);
  const stillReading = Math.max(0, (to.imageSet.total ?? 0) - members.length);
  if (results.length === 0) {
    // Nothing is left; if more may come, that answers for itself.
    const isAll = to.imageSet.total !== undefined && stillReading === 0;
    return isAll ? stayQuiet(ports, to) : undefined;
  }
  const told = results.slice(0, mostInSet(stillReading));
  const answer = setAnswer({ members, told, stillReading }, owner, place);
  const telling = await tryToTell(ports, to, answer, photos);
  const own = results.find(({ photoId }) => photoId === to.photoId);
  if (telling === "lost") return leaveUntold(ports, own);
  const isTold = (photo: StoredPhoto): boolean => telling === "told" && told.includes(photo);
  for (const { photoId, sentAt } of results.filter((photo) => isTold(photo) && photo !== own))
    log.info("guest-told", { photo: photoId, answer: answer.kind, afterMs: ports.clock() - sentAt });
  await together(results.map((photo) => markAnswered(ports, photo, isTold(photo))));
}

/** A3: without what was taken back, be it since the photos were read. */
async function keptOf(
  { store }: Pick<WorkerPorts, "store">,
  members: readonly StoredPhoto[],
): Promise<readonly StoredPhoto[]> {
  const kept = members.filter(({ state, reason }) => state !== "removed" && reason !== "leaving");
  const isUnsent = await together(kept.map(({ photoId }) => store.hasDelivery(unsentDeliveryId(photoId))));
  return kept.filter((_, at) => isUnsent[at] !== true);
}

interface Results {
  readonly members: readonly StoredPhoto[];
  readonly told: readonly StoredPhoto[];
  readonly stillReading: number;
}

function setAnswer(
  { members, told, stillReading }: Results,
  { event, guest: { language }, settled: { standing, rules } }: SetOwner,
  place: number | undefined,
): Answer {
  const about = { event, rules, language, standing, ...(place !== undefined && { place }) };
  const results = told.map((photo) => ({
    position: photo.imageSetIndex ?? members.indexOf(photo) + 1,
    answer: answerOf(photo, about),
  }));
  const [only, ...others] = results;
  // What is alone looks as if it had been sent alone.
  if (only !== undefined && others.length === 0 && stillReading === 0) return only.answer;
  return { kind: "set", language, results, sent: members.length + stillReading, stillReading };
}

/** By then whoever answers for the set has said so of every photo that it told. */
const UNTOLD_SECONDS = 15;

/** A2: somebody else answers, or has answered, for the set: if that did not tell this photo it waits for the next reply. */
export async function leaveUntold(
  { queue }: Pick<WorkerPorts, "queue">,
  photo: StoredPhoto | undefined,
): Promise<void> {
  if (photo === undefined || photo.state === "removed" || photo.step === "answered") return;
  const { eventId, guestId, photoId } = photo;
  await queue.send({ kind: "untold", eventId, guestId, photoId }, UNTOLD_SECONDS);
}
