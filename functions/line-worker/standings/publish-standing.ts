import { isEnding } from "#domain/retention";
import type { GuestKey } from "../../shared/ports/ceremony-store.ts";
import type { InLinePorts } from "../photos/bring-in-line.ts";
import { type Settled, settleStanding } from "./settle-standing.ts";
import { together } from "../../shared/together.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type PublishPorts = Pick<WorkerPorts, "store" | "queue" | "clock">;

/** How long one computation of everybody's places stands for all changes in the meantime. */
const LADDER_TERM_MS = 3_000;
// One second after the term, so that the index that it reads has caught up with the term's last change.
const LADDER_DELAY_SECONDS = LADDER_TERM_MS / 1_000 + 1;

/** Tells the boards how a guest stands and has everybody's places computed soon. */
export async function publishStanding(ports: PublishPorts, key: GuestKey): Promise<void> {
  await together([ports.store.publishStanding(key), orderLadder(ports, key.eventId)]);
}

/** What a `settle` message asks for: also what an earlier try saved and did not tell any more is told. */
export async function settleGuest(ports: PublishPorts & InLinePorts, key: GuestKey): Promise<void> {
  const settled = await settleUnlessOver(ports, key);
  if (settled === undefined) return;
  const { photos } = settled;
  // What is not shown any more was told by whoever took it down; what never was, the boards must not hear of.
  const shown = photos.filter(({ state }) => state === "shown");
  await together(shown.map((photo) => ports.store.publishShownPhoto(photo)));
  await publishStanding(ports, key);
}

/** K12: who was settled late, after the event was deleted, is not there any more. */
async function settleUnlessOver(ports: InLinePorts, key: GuestKey): Promise<Settled | undefined> {
  try {
    return await settleStanding(ports, key);
  } catch (error) {
    const event = await ports.store.event(key.eventId);
    if (event !== undefined && isEnding(event.state)) return undefined;
    throw error;
  }
}

/** E3: the same for thousands of guests after one change of the rules: the boards hear of those who stand otherwise now. */
export async function settleAgain(ports: PublishPorts & InLinePorts, key: GuestKey): Promise<void> {
  const { hasChanged } = await settleStanding(ports, key);
  if (hasChanged) await publishStanding(ports, key);
}

/** R6: of all who change a standing within a term one wins and orders the ladder for all of them. */
async function orderLadder({ store, queue, clock }: PublishPorts, eventId: string): Promise<void> {
  const now = clock();
  // The fraction names the attempt, so that it wins again when its answer was lost.
  if (!(await store.claimLadder(eventId, now, now + LADDER_TERM_MS - Math.random()))) return;
  await queue.send({ kind: "ladder", eventId }, LADDER_DELAY_SECONDS);
}
