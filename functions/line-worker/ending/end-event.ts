import { isEnding } from "#domain/retention";
import { type EndingPhase, type EndingProgress, progressOf } from "../../shared/ending/ending-job.ts";
import type { Job, JobDraft } from "../../shared/ports/host-store.ts";
import type { QueueMessage } from "../../shared/queue-message.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import { closeEnding } from "./close-ending.ts";
import { countEverything } from "./count-everything.ts";
import { dropRows } from "./drop-rows.ts";
import { endGuests } from "./end-guests.ts";
import { reduceTrail } from "./reduce-trail.ts";
import { removeLetters } from "./remove-letters.ts";
import { removeRest } from "./remove-rest.ts";

type EndEvent = Extract<QueueMessage, { kind: "end-event" }>;

/** What a step did, and which one follows; the same again while something is left of it. */
export type EndingStep = (ports: WorkerPorts, job: Job, progress: EndingProgress) => Promise<JobDraft>;

const steps: Readonly<Record<EndingPhase, EndingStep>> = {
  count: countEverything,
  guests: endGuests,
  letters: removeLetters,
  rows: dropRows,
  rest: removeRest,
  trail: reduceTrail,
  close: closeEnding,
};

/**
 * K11: one step of the deletion of an event: does it, saves how far it is and orders the next one. A step is named by the
 * job's version that it goes on from: however often its message comes, one of them saves, and each can be repeated.
 */
export async function endEvent(ports: WorkerPorts, message: EndEvent): Promise<void> {
  const { hosts, queue } = ports;
  const job = await hosts.job(message.jobId);
  // Nothing is left of it, or somebody has gone on already.
  if (job === undefined || job.version > message.version + 1) return;
  const next = job.version === message.version ? await takeStep(ports, job) : job;
  if (next === undefined) return;
  await hosts.publishJob(next.jobId);
  if (next.state !== "running") return;
  await queue.send({ ...message, version: next.version }, progressOf(next).pauseSeconds);
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
  const event = await ports.store.event(job.eventId);
  // The order came to nothing: another host was quicker.
  if (event === undefined || !isEnding(event.state)) return { ...job, state: "superseded" };
  const progress = progressOf(job);
  return steps[progress.phase](ports, job, progress);
}
