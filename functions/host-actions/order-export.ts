import { type ExportImages, exportImages } from "#domain/event-export";
import {
  type EventExport,
  type ExportReport,
  expiryOf,
  exportIdOf,
  exportJobId,
  findExport,
  isSilent,
} from "../shared/event-export/export-job.ts";
import { changeExport } from "../shared/event-export/change-export.ts";
import { log } from "../shared/log.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { Job, JobDraft } from "../shared/ports/host-store.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { conflict, noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

type ExportPorts = Pick<HostPorts, "hosts" | "events" | "exportQueue" | "clock" | "newId">;

/**
 * X1: orders an export. While one is being made, that one; if nobody has been heard of for a while, somebody shall go on
 * with it.
 */
export async function orderExport(ports: ExportPorts, order: Order, wanted: string): Promise<Job | Refusal> {
  const images = exportImages.find((known) => known === wanted);
  if (images === undefined) return { refused: "BadInput", words: `images: ${exportImages.join(" or ")}` };
  const event = await ports.events.hostedEvent(order.eventId);
  if (event === undefined || event.state === "erasing" || event.state === "erased") return noEvent;
  const known = await findExport(ports.hosts, order.eventId);
  if (known?.job.state === "running") return goOn(ports, known, images);
  const job = newJob(ports, event, images, known);
  return withTrail<Job | Refusal>(ports, order, order.eventId, { after: { images } }, async () => {
    const expectedVersion = known?.job.version ?? 0;
    if (!(await ports.hosts.saveJob(job, expectedVersion))) return { result: conflict };
    await call(ports, job);
    log.info("export-ordered", { event: order.eventId });
    return { result: { ...job, version: expectedVersion + 1 }, change: {} };
  });
}

async function goOn(
  ports: ExportPorts,
  { job, report }: EventExport,
  images: ExportImages,
): Promise<Job | Refusal> {
  if (report.images !== images)
    return { refused: "Conflict", words: "another export is being made: wait for it, or stop it" };
  if (isSilent(job, ports.clock())) await call(ports, job);
  return job;
}

/** Stops an export, or takes a finished one away before its time. */
export async function cancelExport(ports: ExportPorts, order: Order): Promise<Job | Refusal> {
  return withTrail<Job | Refusal>(ports, order, order.eventId, {}, async () => {
    const ended = await changeExport(ports, order.eventId, ({ job, report }) =>
      job.state === "superseded" ? undefined : { state: "superseded", report },
    );
    if (ended === undefined) return { result: { refused: "NotFound", words: "there is no export" } };
    // Who finds it ended takes its files away.
    await call(ports, ended.job);
    return { result: ended.job, change: {} };
  });
}

const call = ({ exportQueue }: ExportPorts, job: JobDraft): Promise<void> =>
  exportQueue.send({ kind: "export", eventId: job.eventId, exportId: exportIdOf(job) }, 0);

function newJob(
  { clock }: ExportPorts,
  event: HostedEvent,
  images: ExportImages,
  known: EventExport | undefined,
): JobDraft {
  const now = clock();
  // Of two orders within a millisecond the later one is another export, too.
  const startedAt = Math.max(now, (known?.job.startedAt ?? 0) + 1);
  const report: ExportReport = {
    images,
    isAfterEvent: event.state !== "open" || now >= event.closesAt,
    parts: [],
    failures: 0,
    former: known === undefined ? [] : formerOf(known),
  };
  return {
    jobId: exportJobId(event.eventId),
    eventId: event.eventId,
    kind: "export",
    state: "running",
    done: 0,
    report,
    startedAt,
    // The fraction names the attempt: of two that order at once one wins.
    movedAt: now + Math.random(),
    expiresAt: expiryOf(startedAt),
  };
}

const formerOf = ({ job, report }: EventExport): ExportReport["former"] => [
  ...report.former,
  { exportId: exportIdOf(job), attempts: report.parts.map(({ attempts }) => attempts) },
];
