import * as z from "zod";
import { EXPORT_IDLE_MS, exportImages } from "#domain/event-export";
import type { HostStore, Job } from "../ports/host-store.ts";

const partShape = z.object({
  /** Of the photos that lie in it, by LINE's time stamps, both included; milliseconds since the epoch. */
  from: z.number(),
  to: z.number(),
  photos: z.number(),
  /** About, until the part is done. */
  bytes: z.number(),
  /** How often somebody began it; its file bears the number of the last time. */
  attempts: z.number(),
  isDone: z.boolean(),
  /** X7 */
  isTaken: z.boolean(),
  /** X3: photos that were taken back after it had been made. */
  withdrawn: z.number(),
});
export type ExportPart = z.infer<typeof partShape>;

const formerShape = z.object({ exportId: z.string(), attempts: z.array(z.number()) });

const reportShape = z.object({
  images: z.enum(exportImages),
  /** X7: the event was over when it was ordered. */
  isAfterEvent: z.boolean(),
  /** None until it was counted; the last one holds the tables, too. */
  parts: z.array(partShape),
  /** Which part somebody is making, from 0. */
  atWork: z.number().exactOptional(),
  /** Tries in a row that failed. */
  failures: z.number(),
  /** Exports before this one whose files are not gone yet. */
  former: z.array(formerShape),
});
export type ExportReport = z.infer<typeof reportShape>;

/** An event's export: the job, and what it tells of itself. */
export interface EventExport {
  readonly job: Job;
  readonly report: ExportReport;
}

/** Parts that were made again late are in the bucket as long: until then somebody must know of them. */
const JOB_KEPT_MS = 15 * 86_400_000;

/** An event has one export at a time, and so one job. */
export const exportJobId = (eventId: string): string => `export#${eventId}`;

/** Tells the exports of an event apart: the moment when it was ordered. */
export const exportIdOf = ({ startedAt }: Pick<Job, "startedAt">): string => String(startedAt);

export const expiryOf = (startedAt: number): number => Math.ceil((startedAt + JOB_KEPT_MS) / 1_000);

/** Of a part, from 0; `rows` is what the tables tell of its photos. */
export function partKeys(eventId: string, exportId: string, part: number, attempt: number) {
  const name = `event-exports/${eventId}/${exportId}/${part + 1}-${attempt}`;
  return { zip: `${name}.zip`, rows: `${name}.ndjson` };
}

export async function findExport(
  { job: find }: Pick<HostStore, "job">,
  eventId: string,
): Promise<EventExport | undefined> {
  const job = await find(exportJobId(eventId));
  return job && { job, report: reportShape.parse(job.report) };
}

/** Whether somebody is making a part just now. */
export function isAtWork({ job, report }: EventExport, now: number): boolean {
  return report.atWork !== undefined && now - job.movedAt < EXPORT_IDLE_MS;
}

/** Whether nobody has been heard of for so long that nobody works on it any more. */
export const isSilent = ({ movedAt }: Pick<Job, "movedAt">, now: number): boolean =>
  now - movedAt >= EXPORT_IDLE_MS;
