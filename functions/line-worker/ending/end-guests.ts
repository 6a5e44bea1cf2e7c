import type { JobDraft } from "../../shared/ports/host-store.ts";
import { eraseSome } from "../leaving/erase-guest.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import type { EndingStep } from "./end-event.ts";
import { quietPorts } from "./ending-ports.ts";
import { goOn } from "./go-on.ts";

/** The last moment that a date can be: whatever a guest sends, whenever it arrives, is too late for the event. */
const EVER = 8_640_000_000_000_000;
/** Photos; other messages wait behind one step. */
const ERASED_IN_A_STEP = 25;

/** K11: the next guests, each as by K6. A guest without photos takes as much time as one photo. */
export const endGuests: EndingStep = async (ports, job, progress): Promise<JobDraft> => {
  const { eventId } = job;
  const quiet = quietPorts(ports);
  const { guestIds, isLast } = await ports.hosts.guestsOfEvent(eventId, job.lastGuestId, ERASED_IN_A_STEP);
  let { guests, photos } = progress.deleted;
  let { found } = progress;
  let lastGuestId = job.lastGuestId;
  let room = ERASED_IN_A_STEP;
  const reached = (phase: "guests" | "letters", isThrough: boolean): JobDraft => {
    const done = Math.min(job.done + found - progress.found, job.total ?? Infinity);
    const deleted = { ...progress.deleted, guests, photos };
    const cursor = isThrough || lastGuestId === undefined ? {} : { lastGuestId };
    return goOn(job, { ...progress, phase, found, deleted }, { done, ...cursor });
  };
  for (const guestId of guestIds) {
    if (room <= 0) return reached("guests", false);
    const beforeForgetting = (lineUserId: string) => forgetWhereabouts(ports, lineUserId, eventId);
    const key = { eventId, guestId, orderedAt: EVER };
    const erased = await eraseSome(quiet, key, { most: room, beforeForgetting });
    if (!erased.isDone) return reached("guests", false);
    room -= Math.max(1, erased.taken);
    guests += progress.round === 1 ? 1 : 0;
    photos += progress.round === 1 ? erased.photos : 0;
    found += 1;
    lastGuestId = guestId;
  }
  return isLast ? reached("letters", true) : reached("guests", false);
};

/** Who is a guest elsewhere, too, stays known, but not as somebody who plays or played here. */
async function forgetWhereabouts(
  { store, ending }: WorkerPorts,
  lineUserId: string,
  eventId: string,
): Promise<void> {
  const person = await store.person(lineUserId);
  if (person?.eventId === eventId) await ending.forgetWhereabouts(lineUserId, eventId, false);
  if (person?.formerEventId === eventId) await ending.forgetWhereabouts(lineUserId, eventId, true);
}
