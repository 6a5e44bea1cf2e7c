import { EXPORT_KEPT_MS } from "#domain/event-export";
import { timeZones } from "#domain/words/event-words";
import { inFileName, wallTime } from "../shared/archive/file-names.ts";
import { changeExport } from "../shared/event-export/change-export.ts";
import {
  type EventExport,
  type ExportReport,
  exportIdOf,
  findExport,
  partKeys,
} from "../shared/event-export/export-job.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";
import { noEvent } from "./refusals.ts";
import { type Order, withTrail } from "./trail.ts";

export interface ExportLink {
  /** Good for a quarter of an hour; the browser keeps the file. */
  readonly url: string;
  readonly fileName: string;
}

type TakePorts = Pick<HostPorts, "hosts" | "events" | "archives" | "clock" | "newId">;

const notThere: Refusal = { refused: "NotFound", words: "this part is not there, or not any more" };

/** X1, X7: where a host gets a part, counted from 1; the trail tells who took it. */
export async function takeExport(
  ports: TakePorts,
  order: Order,
  wish: { readonly exportId: string; readonly part: number },
): Promise<ExportLink | Refusal> {
  const event = await ports.events.hostedEvent(order.eventId);
  if (event === undefined) return noEvent;
  const found = await findExport(ports.hosts, order.eventId);
  const index = wish.part - 1;
  if (found === undefined || !isThere(found, wish.exportId, index, ports.clock())) return notThere;
  const taken = { part: wish.part, parts: found.report.parts.length };
  return withTrail<ExportLink | Refusal>(ports, order, order.eventId, { after: taken }, async () => {
    const now = await changeExport(ports, order.eventId, (latest) =>
      isThere(latest, wish.exportId, index, ports.clock())
        ? { report: partTaken(latest.report, index), done: latest.job.done }
        : undefined,
    );
    const attempt = now?.report.parts[index]?.attempts;
    if (now === undefined || attempt === undefined) return { result: notThere };
    if (now.report.isAfterEvent && now.report.parts.every(({ isTaken }) => isTaken))
      await ports.events.saveDownload(order.eventId, ports.clock());
    const fileName = partName(event, wish.part, now.report.parts.length);
    const { zip } = partKeys(order.eventId, wish.exportId, index, attempt);
    return { result: { url: ports.archives.addressOf(zip, fileName), fileName }, change: {} };
  });
}

const isThere = ({ job, report }: EventExport, exportId: string, index: number, now: number): boolean =>
  exportIdOf(job) === exportId &&
  job.state !== "superseded" &&
  report.parts[index]?.isDone === true &&
  now < job.startedAt + EXPORT_KEPT_MS;

const partTaken = (report: ExportReport, index: number): ExportReport => ({
  ...report,
  parts: report.parts.map((part, each) => (each === index ? { ...part, isTaken: true } : part)),
});

/** `山田家 披露宴 2026-11-21 1-3.zip` */
function partName({ title, opensAt, language }: HostedEvent, part: number, parts: number): string {
  const [day = ""] = wallTime(opensAt, timeZones[language]).split(" ");
  return `${inFileName(title)} ${day}${parts > 1 ? ` ${part}-${parts}` : ""}.zip`;
}
