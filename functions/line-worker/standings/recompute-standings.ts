import type { Job, JobDraft } from "../../shared/ports/host-store.ts";
import type { QueueMessage } from "../../shared/queue-message.ts";
import { together } from "../../shared/together.ts";
import { deliveryOf, stepDeliveryId } from "../deliveries.ts";
import { settleAgain, settleGuest } from "./publish-standing.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type Recompute = Extract<QueueMessage, { kind: "recompute" }>;

const COUNTED_AT_ONCE = 1_000;
/** Other messages wait behind one step. */
const SETTLED_IN_A_STEP = 25;
const SIDE_BY_SIDE = 5;
/** So that the index which the ladder reads has caught up with the last change. */
const LADDER_DELAY_SECONDS = 1;

/**
 * One step of a job: counts the guests or settles the next ones, saves how far it is and orders the next step. A step
 * is named by the job's version that it goes on from: however often its message comes, one of them saves, and what is
 * ordered afterwards is ordered until it went well.
 */
export async function recomputeStandings(ports: WorkerPorts, message: Recompute): Promise<void> {
  const { hosts, queue } = ports;
  const job = await hosts.job(message.jobId);
  // Nothing is left of it, or somebody has gone on already.
  if (job === undefined || job.version > message.version + 1) return;
  const next = job.version === message.version ? await takeStep(ports, job) : job;
  if (next === undefined) return;
  await hosts.publishJob(next.jobId);
  if (next.state === "running") await queue.send({ ...message, version: next.version }, 0);
  if (next.state === "done") {
    await queue.send({ kind: "ladder", eventId: message.eventId }, LADDER_DELAY_SECONDS);
  }
}

/** Undefined when somebody else took the same step. */
async function takeStep(ports: WorkerPorts, job: Job): Promise<Job | undefined> {
  if (job.state !== "running") return undefined;
  // The fraction names the attempt, so that it wins again when its answer was lost, and nobody else with it.
  const moved = { ...(await work(ports, job)), movedAt: ports.clock() + Math.random() };
  const isWon = await ports.hosts.saveJob(moved, job.version);
  return isWon ? { ...moved, version: job.version + 1 } : undefined;
}

async function work(ports: WorkerPorts, job: Job): Promise<JobDraft> {
  const { rulesJobId } = (await ports.hosts.rulesOf(job.eventId)) ?? {};
  if (rulesJobId !== job.jobId) return { ...job, state: "superseded" };
  if (job.total === undefined) return { ...job, total: await countGuests(ports, job.eventId) };
  return settleNext(ports, job, job.total);
}

export async function countGuests({ hosts }: Pick<WorkerPorts, "hosts">, eventId: string): Promise<number> {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const { guestIds, isLast } = await hosts.guestsOfEvent(eventId, after, COUNTED_AT_ONCE);
    count += guestIds.length;
    if (isLast) return count;
    after = guestIds.at(-1) ?? after;
  }
}

async function settleNext(ports: WorkerPorts, job: Job, total: number): Promise<JobDraft> {
  const { eventId, lastGuestId } = job;
  // An earlier try may have saved what it did not tell any more: then all are told.
  const isFirstTry = await ports.store.claimDelivery(
    deliveryOf(stepDeliveryId(job.jobId, job.version), "step", ports.clock()),
  );
  const settle = isFirstTry ? settleAgain : settleGuest;
  const { guestIds, isLast } = await ports.hosts.guestsOfEvent(eventId, lastGuestId, SETTLED_IN_A_STEP);
  for (let first = 0; first < guestIds.length; first += SIDE_BY_SIDE) {
    const some = guestIds.slice(first, first + SIDE_BY_SIDE);
    await together(some.map((guestId) => settle(ports, { eventId, guestId })));
  }
  const done = job.done + guestIds.length;
  const last = guestIds.at(-1) ?? lastGuestId;
  return {
    ...job,
    done,
    // Guests who came meanwhile may be among them, or not.
    total: isLast ? done : Math.max(total, done),
    ...(last !== undefined && { lastGuestId: last }),
    ...(isLast && { state: "done" }),
  };
}
