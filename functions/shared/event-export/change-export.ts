import { Fault } from "../fault.ts";
import type { Clock } from "../ports/clock.ts";
import type { HostStore, Job } from "../ports/host-store.ts";
import { type EventExport, type ExportReport, findExport } from "./export-job.ts";

/** Without `done`: the photos of the parts that are done. */
export interface ExportChange extends Partial<Pick<Job, "state" | "done">> {
  readonly report: ExportReport;
}

interface ChangePorts {
  readonly hosts: Pick<HostStore, "job" | "saveJob">;
  readonly clock: Clock;
}

const TRIES = 10;

/**
 * Changes an event's export as it is now, however many others do so at the same time. `change` answers `undefined` where
 * there is nothing to change, and so does this.
 */
export async function changeExport(
  ports: ChangePorts,
  eventId: string,
  change: (now: EventExport) => ExportChange | undefined,
): Promise<EventExport | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const now = await findExport(ports.hosts, eventId);
    const wanted = now && change(now);
    if (now === undefined || wanted === undefined) return undefined;
    const saved = await saveExport(ports, now, wanted);
    if (saved !== undefined) return saved;
  }
  throw new Fault("store-conflict", "saveJob");
}

/** `undefined`: somebody else was quicker. */
export async function saveExport(
  { hosts, clock }: ChangePorts,
  { job }: EventExport,
  change: ExportChange,
): Promise<EventExport | undefined> {
  const { version, ...rest } = job;
  const { parts } = change.report;
  const finished = parts.filter(({ isDone }) => isDone);
  const next = {
    ...rest,
    done: sum(finished.map(({ photos }) => photos)),
    ...change,
    ...(parts.length > 0 && { total: sum(parts.map(({ photos }) => photos)) }),
    bytes: sum(finished.map(({ bytes }) => bytes)),
    // The fraction names the attempt, so that it wins again when its answer was lost, and nobody else with it.
    movedAt: clock() + Math.random(),
  };
  if (!(await hosts.saveJob(next, version))) return undefined;
  return { job: { ...next, version: version + 1 }, report: change.report };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
