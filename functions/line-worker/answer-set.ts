import { log } from "../shared/log.ts";
import type { StoredPhoto } from "../shared/ports/ceremony-store.ts";
import { type Answer, mostInSet } from "../shared/ports/guest-messenger.ts";
import { together } from "../shared/together.ts";
import type { Admitted } from "./admit-guest.ts";
import { answerOf, placeIn } from "./answer-of-photo.ts";
import { membersOf, type SetMessage } from "./image-set.ts";
import { markAnswered } from "./mark-answered.ts";
import type { Settled } from "./settle-standing.ts";
import { stayQuiet, tryToTell } from "./tell-guest.ts";
import type { WorkerPorts } from "./worker-ports.ts";

/** Whose set it is, and the guest's photos as they are now. */
export interface SetOwner extends Pick<Admitted, "event" | "guest"> {
  readonly settled: Settled;
}

/** A4: one reply tells what became of all photos of a set that are known; what was taken back is left out. */
export async function answerSet(ports: WorkerPorts, to: SetMessage, owner: SetOwner): Promise<void> {
  const { photos } = owner.settled;
  const members = membersOf(photos, to.imageSet);
  const results = members.filter(({ state, reason }) => state !== "removed" && reason !== "leaving");
  // Nothing is left of it, and nothing will come.
  if (results.length === 0) return stayQuiet(ports, to);
  const stillReading = Math.max(0, (to.imageSet.total ?? 0) - members.length);
  const told = results.slice(0, mostInSet(stillReading));
  const answer = await setAnswer(ports, { members, told, stillReading }, owner);
  const telling = await tryToTell(ports, to, answer, photos);
  if (telling === "lost")
    return leaveUntold(
      ports,
      results.find(({ photoId }) => photoId === to.photoId),
    );
  const isTold = (photo: StoredPhoto): boolean => telling === "told" && told.includes(photo);
  for (const { photoId, sentAt } of results.filter((photo) => isTold(photo) && photo.photoId !== to.photoId))
    log.info("guest-told", { photo: photoId, answer: answer.kind, afterMs: ports.clock() - sentAt });
  await together(results.map((photo) => markAnswered(ports, photo, isTold(photo))));
}

interface Results {
  readonly members: readonly StoredPhoto[];
  readonly told: readonly StoredPhoto[];
  readonly stillReading: number;
}

async function setAnswer(
  ports: WorkerPorts,
  { members, told, stillReading }: Results,
  { event, guest, settled: { standing, rules } }: SetOwner,
): Promise<Answer> {
  const { language } = guest;
  const isAnyShown = told.some(({ state }) => state === "shown");
  const place = isAnyShown ? await placeIn(ports, event.eventId, standing) : undefined;
  const about = { event, rules, language, standing, ...(place !== undefined && { place }) };
  const [first, ...others] = told.map((photo) => ({
    position: photo.imageSetIndex ?? members.indexOf(photo) + 1,
    answer: answerOf(photo, about),
  }));
  // What is alone looks as if it had been sent alone.
  if (first !== undefined && others.length === 0 && stillReading === 0) return first.answer;
  const results = first === undefined ? [] : [first, ...others];
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
