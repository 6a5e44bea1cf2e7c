import { deletionDueAt, isEndNear } from "#domain/retention";
import { endingJobId } from "../shared/ending/ending-job.ts";
import { orderEnding, type OrderPorts, orderStep } from "../shared/ending/order-ending.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { EndingStore } from "../shared/ports/ending-store.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";

export interface KeeperPorts extends OrderPorts {
  readonly ending: Pick<EndingStore, "eventsInState" | "hasShownPhotos">;
  /** A number that an alarm looks at. */
  readonly measure: (name: "events-near-their-end" | "deletions-stuck", value: number) => void;
}

/** Longer than any step and every try of it takes. */
const STUCK_MS = 45 * 60_000;
const bySchedule = { actor: "schedule", actorName: "schedule" };

/**
 * K8, K9, K11: orders the deletion of what is due, goes on with what got stuck, and measures what people should look at.
 * One event that cannot be kept does not keep the others back; it fails at the end.
 */
export async function keepEvents(ports: KeeperPorts): Promise<void> {
  const failures: unknown[] = [];
  const each = async (
    events: readonly HostedEvent[],
    keep: (event: HostedEvent) => Promise<boolean>,
  ): Promise<number> => {
    let count = 0;
    for (const event of events) {
      try {
        if (await keep(event)) count += 1;
      } catch (error) {
        failures.push(error);
        log.error("event-not-kept", { event: event.eventId, ...describeError(error) });
      }
    }
    return count;
  };
  let near = 0;
  for (const state of ["open", "closed", "archived"] as const)
    near += await each(await ports.ending.eventsInState(state), (event) => keepEvent(ports, event));
  ports.measure("events-near-their-end", near);
  const stuck = await each(await ports.ending.eventsInState("erasing"), (event) => pushOn(ports, event));
  ports.measure("deletions-stuck", stuck);
  if (failures.length > 0) throw failures[0];
}

/** Whether its end is near and nobody has downloaded its photos. */
async function keepEvent(ports: KeeperPorts, event: HostedEvent): Promise<boolean> {
  const now = ports.clock();
  if (!isEndNear(event, now)) return false;
  const hasPhotos = event.isRehearsal !== true && (await ports.ending.hasShownPhotos(event.eventId));
  if (now < deletionDueAt(event, hasPhotos)) return hasPhotos && event.downloadedAt === undefined;
  await orderEnding(ports, event, bySchedule);
  return false;
}

/** Whether a deletion has not moved for long; its next step is ordered once more. */
async function pushOn(ports: KeeperPorts, event: HostedEvent): Promise<boolean> {
  const job = await ports.hosts.job(endingJobId(event.eventId));
  if (job?.state === "running" && ports.clock() - job.movedAt < STUCK_MS) return false;
  log.warn("deletion-stuck", { event: event.eventId });
  if (job?.state === "running") await orderStep(ports, job, 0);
  else await orderEnding(ports, event, bySchedule);
  return true;
}
