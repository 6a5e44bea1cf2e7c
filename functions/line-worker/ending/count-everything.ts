import { changeExport } from "../../shared/event-export/change-export.ts";
import { together } from "../../shared/together.ts";
import { countGuests } from "../standings/recompute-standings.ts";
import type { WorkerPorts } from "../worker-ports.ts";
import type { EndingStep } from "./end-event.ts";
import { goOn } from "./go-on.ts";

/** Ends what is being made of the event's photos, and counts what nobody counts who deletes: files, and the guests to come. */
export const countEverything: EndingStep = async (ports, job, progress) => {
  const { eventId } = job;
  await endExport(ports, eventId);
  const [total, originals, copies, archives, exports] = await together([
    countGuests(ports, eventId),
    countFiles(ports, `originals/${eventId}/`),
    countFiles(ports, `copies/${eventId}/`),
    countFiles(ports, `exports/${eventId}/`),
    countFiles(ports, `event-exports/${eventId}/`),
  ] as const);
  const deleted = { ...progress.deleted, originals, copies, archives, exports };
  return goOn(job, { ...progress, phase: "guests", deleted }, { total });
};

/** X3: whoever makes a part gives up. */
async function endExport(ports: WorkerPorts, eventId: string): Promise<void> {
  await changeExport(ports, eventId, ({ job, report }) =>
    job.state === "superseded" ? undefined : { state: "superseded", report },
  );
}

async function countFiles({ files }: WorkerPorts, prefix: string): Promise<number> {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const keys = await files.keys(prefix, after);
    count += keys.length;
    after = keys.at(-1);
    if (after === undefined) return count;
  }
}
