import { randomUUID } from "node:crypto";
import { type DeletionReport, remainsAfter } from "#domain/deletion-report";
import { endingEntryId, type EndingProgress } from "../../shared/ending/ending-job.ts";
import { log } from "../../shared/log.ts";
import type { Job } from "../../shared/ports/host-store.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import type { EndingStep } from "./end-event.ts";
import { goOn } from "./go-on.ts";

/** K11, K12: caches forget, the event keeps what remains of it, and the trail gets the report. */
export const closeEnding: EndingStep = async (ports, job, progress) => {
  const { eventId } = job;
  await ports.copyCache.forgetAll();
  await ports.ending.eraseEvent(eventId, randomUUID());
  const report = reportOf(job, progress, ports.clock());
  await closeEntry(ports, job, report);
  const { guests, photos } = report.deleted;
  log.info("event-ended", { event: eventId, guests, photos, rounds: report.rounds });
  return { ...goOn(job, progress, { done: job.total ?? job.done }), state: "done" };
};

function reportOf(job: Job, { round, deleted }: EndingProgress, endedAt: number): DeletionReport {
  return { orderedAt: job.startedAt, endedAt, rounds: round, deleted, remains: remainsAfter(endedAt) };
}

/** Repeated after a lost answer, the first report stays. */
async function closeEntry({ hosts }: WorkerPorts, job: Job, report: DeletionReport): Promise<void> {
  const { eventId } = job;
  const entryId = endingEntryId(job);
  const known = await hosts.auditEntry(eventId, entryId);
  const nobody = { actor: "schedule", actorName: "schedule", action: "endEvent", subject: eventId };
  const { actor, actorName, action, subject } = known ?? nobody;
  const by = { eventId, entryId, actor, actorName, action, subject };
  await hosts.saveAudit({ ...by, after: report, isDone: true });
}
