import { rehearsalJobId } from "#domain/rehearsal-progress";
import { isEnding } from "#domain/retention";
import { progressOf } from "../shared/rehearsal/rehearsal-job.ts";
import { endEvent } from "./end-event.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { type Rehearsal, seenRehearsal } from "./seen-rehearsal.ts";
import type { Order } from "./trail.ts";

const noRehearsal: Refusal = { refused: "NotFound", words: "this event was never rehearsed" };

/** H1: deletes the event that was played (K10), as any other one; what it came to stays. Ordered again it goes on. */
export async function wipeRehearsal(
  ports: Pick<HostPorts, "hosts" | "events" | "orderQueue" | "clock">,
  order: Order,
): Promise<Rehearsal | Refusal> {
  const job = await ports.hosts.job(rehearsalJobId(order.eventId));
  if (job === undefined) return noRehearsal;
  const progress = progressOf(job);
  const played = await ports.events.hostedEvent(progress.rehearsalId);
  const wiped = seenRehearsal(job, progress, "wiped");
  // Nothing but what an event leaves can be found by this id.
  if (played === undefined || played.isRehearsal !== true || played.state === "erased") return wiped;
  const ofPlayed = { ...order, eventId: played.eventId, action: "endEvent" };
  const ended = await endEvent(ports, ofPlayed, { seen: played.version });
  if ("refused" in ended) return ended;
  return isEnding(ended.state) ? wiped : seenRehearsal(job, progress, "running");
}
