import { describeError } from "../fault.ts";
import { log } from "../log.ts";
import type { Clock } from "../ports/clock.ts";
import type { EventStore, HostedEvent } from "../ports/event-store.ts";
import type { HostStore, Job } from "../ports/host-store.ts";
import type { WorkQueue } from "../ports/work-queue.ts";
import { endingEntryId, endingJob, FIRST_STEP_SECONDS } from "./ending-job.ts";

export interface OrderPorts {
  readonly hosts: Pick<HostStore, "job" | "saveJob" | "saveAudit">;
  readonly events: Pick<EventStore, "saveEvent" | "publishStage">;
  readonly queue: WorkQueue;
  readonly clock: Clock;
}

/** Who orders, as the trail names them. */
export interface EndedBy {
  readonly actor: string;
  readonly actorName: string;
}

/**
 * K10: from here on all of an event goes. First the job and the entry of the trail, which the report closes, then the event
 * says so, then the first step is ordered; one that gets lost is ordered again within the hour. `undefined`: somebody else
 * changed the event meanwhile.
 */
export async function orderEnding(
  ports: OrderPorts,
  event: HostedEvent,
  { actor, actorName }: EndedBy,
): Promise<HostedEvent | undefined> {
  const { hosts, events } = ports;
  const { eventId } = event;
  const job = await beginJob(ports, eventId);
  if (job === undefined) return undefined;
  const entryId = endingEntryId(job);
  const entry = { eventId, entryId, actor, actorName, action: "endEvent", subject: eventId };
  await hosts.saveAudit({ ...entry, isDone: false });
  const saving = { expectedVersion: event.version, attempt: entryId };
  const saved = await events.saveEvent({ ...event, state: "erasing" }, saving);
  if (saved === undefined) return undefined;
  log.info("event-ending", { event: eventId });
  await orderStep(ports, job, FIRST_STEP_SECONDS);
  await tellBoards(ports, eventId);
  return saved;
}

/** The step that goes on from where the job is. */
export function orderStep(
  { queue }: Pick<OrderPorts, "queue">,
  { eventId, jobId, version }: Pick<Job, "eventId" | "jobId" | "version">,
  delaySeconds: number,
): Promise<void> {
  return queue.send({ kind: "end-event", eventId, jobId, version }, delaySeconds);
}

/** One that an order left behind that came to nothing begins anew. */
async function beginJob({ hosts, clock }: OrderPorts, eventId: string): Promise<Job | undefined> {
  const job = endingJob(eventId, clock());
  const known = await hosts.job(job.jobId);
  const version = known?.version ?? 0;
  return (await hosts.saveJob(job, version)) ? { ...job, version: version + 1 } : undefined;
}

/** Boards that do not hear of it find nothing within a minute. */
async function tellBoards({ events }: Pick<OrderPorts, "events">, eventId: string): Promise<void> {
  try {
    await events.publishStage(eventId);
  } catch (error) {
    log.warn("boards-hear-later", { eventId, ...describeError(error) });
  }
}
