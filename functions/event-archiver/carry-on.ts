import { saveExport } from "../shared/event-export/change-export.ts";
import { type EventExport, exportIdOf, findExport, isAtWork } from "../shared/event-export/export-job.ts";
import { removeExportFiles, removeFormerFiles } from "../shared/event-export/remove-export-files.ts";
import { log } from "../shared/log.ts";
import type { ExportMessage } from "../shared/queue-message.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";
import { makePart } from "./make-part.ts";
import { planParts } from "./plan-parts.ts";

/** While somebody is making a part another message waits: it goes on in case that one breaks off. */
const LOOK_AGAIN_S = 60;

/**
 * X1, X5: one step of an export: plans its parts, or makes the next one, and orders the step after it. However often and
 * however many times at once its message comes, each finished part is counted once.
 */
export async function carryOn(ports: ArchiverPorts, message: ExportMessage): Promise<void> {
  const now = await findExport(ports.hosts, message.eventId);
  if (now === undefined || exportIdOf(now.job) !== message.exportId) return;
  if (now.job.state === "superseded") return removeExportFiles(ports.archives, now);
  if (now.job.state === "done") return ports.hosts.publishJob(now.job.jobId);
  if (isAtWork(now, ports.clock())) return ports.queue.send(message, LOOK_AGAIN_S);
  const isMoved = now.report.parts.length === 0 ? await plan(ports, now) : await makePart(ports, now);
  if (!isMoved) return;
  await ports.hosts.publishJob(now.job.jobId);
  await ports.queue.send(message, 0);
}

/** False: somebody else has moved it. */
async function plan(ports: ArchiverPorts, now: EventExport): Promise<boolean> {
  const { job, report } = now;
  await removeFormerFiles(ports.archives, now);
  const wish = { eventId: job.eventId, images: report.images, until: job.startedAt };
  const parts = await planParts(ports.store, wish, ports.mostPartBytes);
  log.info("export-planned", { event: job.eventId, parts: parts.length });
  return (await saveExport(ports, now, { report: { ...report, parts, former: [] } })) !== undefined;
}
