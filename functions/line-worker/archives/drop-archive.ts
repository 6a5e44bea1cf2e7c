import { archiveIdOf, archiveJobId, archiveKey } from "../../shared/archive/archive-job.ts";
import { Fault } from "../../shared/fault.ts";
import type { GuestKey } from "../../shared/ports/ceremony-store.ts";
import type { WorkerPorts } from "../worker-ports.ts";

const TRIES = 10;

/**
 * P10: after a photo was withdrawn no archive may hold it: ends the job first, so that who is packing gives up, then
 * takes away what was packed. Can be repeated.
 */
export async function dropArchive(
  { hosts, archives, clock }: Pick<WorkerPorts, "hosts" | "archives" | "clock">,
  guest: GuestKey,
): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const job = await hosts.job(archiveJobId(guest));
    if (job === undefined) return;
    const { version, bytes: _bytes, ...ended } = { ...job, state: "superseded" as const };
    const isEnded =
      job.state === "superseded" ||
      (await hosts.saveJob({ ...ended, movedAt: clock() + Math.random() }, version));
    if (isEnded) return archives.deleteArchive(archiveKey(guest, archiveIdOf(job)));
  }
  throw new Fault("store-conflict", "saveJob");
}
