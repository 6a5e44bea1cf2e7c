import { together } from "../../shared/together.ts";
import type { GuestKey } from "../../shared/ports/ceremony-store.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import type { EndingStep } from "./end-event.ts";
import { goOn } from "./go-on.ts";

/** Other messages wait behind one step. */
const DROPPED_IN_A_STEP = 200;
const GUESTS_IN_A_STEP = 50;
const SIDE_BY_SIDE = 10;

/** K11: what K6 leaves of guests and photos so that nothing late revives them: here nothing does any more. */
export const dropRows: EndingStep = async (ports, job, progress) => {
  const { eventId } = job;
  const { guestIds, isLast } = await ports.hosts.guestsOfEvent(eventId, job.lastGuestId, GUESTS_IN_A_STEP);
  let dropped = 0;
  let lastGuestId = job.lastGuestId;
  for (const guestId of guestIds) {
    if (dropped >= DROPPED_IN_A_STEP)
      return goOn(job, progress, lastGuestId === undefined ? {} : { lastGuestId });
    dropped += 1 + (await dropGuest(ports, { eventId, guestId }));
    lastGuestId = guestId;
  }
  if (isLast) return goOn(job, { ...progress, phase: "rest" });
  return goOn(job, progress, lastGuestId === undefined ? {} : { lastGuestId });
};

/** A guest with a photo that came meanwhile stays for the next round. How many rows of photos went. */
async function dropGuest({ store, ending }: WorkerPorts, key: GuestKey): Promise<number> {
  const photos = await store.photosOfGuest(key);
  let isEmpty = true;
  for (let first = 0; first < photos.length; first += SIDE_BY_SIDE) {
    const some = photos.slice(first, first + SIDE_BY_SIDE);
    const gone = await together(some.map((photo) => ending.dropPhoto(photo)));
    isEmpty &&= gone.every(Boolean);
  }
  if (isEmpty) await ending.dropGuest(key);
  return photos.length;
}
