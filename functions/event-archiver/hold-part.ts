import { changeExport, saveExport } from "../shared/event-export/change-export.ts";
import {
  type EventExport,
  exportIdOf,
  type ExportPart,
  type ExportReport,
  partKeys,
} from "../shared/event-export/export-job.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";

/** Somebody else makes the part now, or nobody wants it any more. */
export class Overtaken extends Error {}

/** A part that is being made. What still runs of a broken attempt must not move the job. */
export interface HeldPart {
  readonly jobId: string;
  readonly eventId: string;
  readonly exportId: string;
  /** From 0. */
  readonly index: number;
  readonly attempt: number;
  readonly part: ExportPart;
  readonly report: ExportReport;
  readonly keys: ReturnType<typeof partKeys>;
  /** Tells how many photos of it are in it; throws `Overtaken`. */
  move(photos: number): Promise<void>;
  /** When that was told last. */
  movedAt(): number;
  /** Throws `Overtaken`. */
  finish(photos: number, bytes: number): Promise<void>;
  /** For the next one, who need not wait; changes nothing for who was overtaken. */
  release(): Promise<void>;
  end(): void;
}

/** Takes the first part that is not done; `undefined`: somebody else was quicker. */
export async function holdPart(ports: ArchiverPorts, now: EventExport): Promise<HeldPart | undefined> {
  const { eventId } = now.job;
  const index = now.report.parts.findIndex(({ isDone }) => !isDone);
  const attempt = (now.report.parts[index]?.attempts ?? 0) + 1;
  const taken = partChanged(now.report, index, { attempts: attempt });
  let held = await saveExport(ports, now, { report: { ...taken, atWork: index } });
  const part = held?.report.parts[index];
  if (held === undefined || part === undefined) return undefined;
  const exportId = exportIdOf(held.job);
  let isOver = false;

  const isMine = ({ job, report }: EventExport): boolean =>
    exportIdOf(job) === exportId &&
    job.state === "running" &&
    report.atWork === index &&
    report.parts[index]?.attempts === attempt;
  /** As it stands here or, if others have changed it meanwhile, as it is now. */
  const save = async (change: (latest: EventExport) => Parameters<typeof saveExport>[2]): Promise<void> => {
    if (isOver || held === undefined) throw new Overtaken();
    held =
      (await saveExport(ports, held, change(held))) ?? (await changeAnew(ports, eventId, isMine, change));
    if (held === undefined) throw new Overtaken();
  };

  return {
    jobId: held.job.jobId,
    eventId,
    exportId,
    index,
    attempt,
    part,
    report: held.report,
    keys: partKeys(eventId, exportId, index, attempt),
    movedAt: () => held?.job.movedAt ?? 0,
    move: (photos) => save(({ report }) => ({ report, done: finishedPhotos(report) + photos })),
    finish: (photos, bytes) => save(({ report }) => finished(report, index, { photos, bytes })),
    release: () => save(({ report }) => ({ report: released({ ...report, failures: report.failures + 1 }) })),
    end: () => void (isOver = true),
  };
}

const changeAnew = (
  ports: ArchiverPorts,
  eventId: string,
  isMine: (now: EventExport) => boolean,
  change: (latest: EventExport) => Parameters<typeof saveExport>[2],
): Promise<EventExport | undefined> =>
  changeExport(ports, eventId, (now) => (isMine(now) ? change(now) : undefined));

function finished(report: ExportReport, index: number, made: Pick<ExportPart, "photos" | "bytes">) {
  const next = partChanged(released({ ...report, failures: 0 }), index, { ...made, isDone: true });
  return {
    report: next,
    ...(next.parts.every(({ isDone }) => isDone) && { state: "done" as const }),
  };
}

const released = ({ atWork: _atWork, ...report }: ExportReport): ExportReport => report;

const partChanged = (report: ExportReport, index: number, change: Partial<ExportPart>): ExportReport => ({
  ...report,
  parts: report.parts.map((part, each) => (each === index ? { ...part, ...change } : part)),
});

const finishedPhotos = ({ parts }: ExportReport): number =>
  parts.reduce((photos, part) => photos + (part.isDone ? part.photos : 0), 0);
