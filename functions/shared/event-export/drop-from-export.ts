import { EXPORT_KEPT_MS } from "#domain/event-export";
import { log } from "../log.ts";
import type { ArchiveStore } from "../ports/archive-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { HostStore } from "../ports/host-store.ts";
import type { WorkQueue } from "../ports/work-queue.ts";
import type { ExportMessage } from "../queue-message.ts";
import { changeExport, type ExportChange } from "./change-export.ts";
import { type EventExport, exportIdOf, type ExportPart, findExport } from "./export-job.ts";
import { removePart } from "./remove-export-files.ts";

export interface DropPorts {
  readonly hosts: Pick<HostStore, "job" | "saveJob" | "publishJob">;
  readonly archives: Pick<ArchiveStore, "deleteArchive">;
  readonly exportQueue: WorkQueue<ExportMessage>;
  readonly clock: Clock;
}

/** What was taken back: photos, by LINE's time stamps; or a guest with all of them. */
export interface Dropped {
  readonly sentAts: readonly number[];
  readonly isGuest: boolean;
}

/**
 * X3: after something was taken back no part may hold it. First the job says that these parts are to be made, so that who
 * is making one gives up, then what was made goes, then somebody makes them anew. Can be repeated.
 */
export async function dropFromExport(ports: DropPorts, eventId: string, dropped: Dropped): Promise<void> {
  const { hosts, archives, exportQueue, clock } = ports;
  await changeExport(ports, eventId, (now) => withoutDropped(now, dropped, clock()));
  const now = await findExport(hosts, eventId);
  if (now === undefined || now.job.state === "done") return;
  const exportId = exportIdOf(now.job);
  const touched = touchedParts(now, dropped).filter((index) => (now.report.parts[index]?.attempts ?? 0) > 0);
  if (touched.length === 0) return;
  for (const index of touched)
    await removePart(archives, { eventId, exportId, index }, now.report.parts[index]?.attempts ?? 0);
  await hosts.publishJob(now.job.jobId);
  await exportQueue.send({ kind: "export", eventId, exportId }, 0);
  log.info("export-parts-dropped", { event: eventId, parts: touched.length });
}

const isIn = ({ from, to }: ExportPart, sentAt: number): boolean => sentAt >= from && sentAt <= to;

/** Parts that may tell of it: those that hold the photos, and the last one, which holds the tables. */
function touchedParts({ report: { parts } }: EventExport, { sentAts, isGuest }: Dropped): number[] {
  const holding = parts.flatMap((part, index) => (sentAts.some((at) => isIn(part, at)) ? [index] : []));
  const last = parts.length - 1;
  const hasTables = parts.length > 0 && (isGuest || holding.length > 0) && !holding.includes(last);
  return hasTables ? [...holding, last] : holding;
}

/** `undefined`: nobody has made or is making what holds it. */
function withoutDropped(now: EventExport, dropped: Dropped, at: number): ExportChange | undefined {
  const { job, report } = now;
  if (job.state === "superseded") return undefined;
  const stale = touchedParts(now, dropped).filter(
    (index) => report.parts[index]?.isDone === true || report.atWork === index,
  );
  if (stale.length === 0) return undefined;
  const { atWork, ...rest } = report;
  const parts = report.parts.map((part, index) => (stale.includes(index) ? anew(part, dropped) : part));
  const isKept = atWork !== undefined && !stale.includes(atWork);
  // X1: after its seven days nothing is made again.
  const state = at >= job.startedAt + EXPORT_KEPT_MS ? "superseded" : "running";
  return { state, report: { ...rest, parts, ...(isKept && { atWork }) } };
}

function anew(part: ExportPart, { sentAts }: Dropped): ExportPart {
  const gone = part.isDone ? sentAts.filter((at) => isIn(part, at)).length : 0;
  return {
    ...part,
    isDone: false,
    photos: Math.max(0, part.photos - gone),
    withdrawn: part.withdrawn + gone,
  };
}
