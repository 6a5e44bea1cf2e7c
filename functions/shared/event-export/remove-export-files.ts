import type { ArchiveStore } from "../ports/archive-store.ts";
import { type EventExport, exportIdOf, partKeys } from "./export-job.ts";

type Files = Pick<ArchiveStore, "deleteArchive">;

/** Whatever of a part may be there: of its attempts, from the first one on. */
export async function removePart(
  archives: Files,
  part: { readonly eventId: string; readonly exportId: string; readonly index: number },
  attempts: number,
): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { zip, rows } = partKeys(part.eventId, part.exportId, part.index, attempt);
    await archives.deleteArchive(zip);
    await archives.deleteArchive(rows);
  }
}

/** Whatever of an export may be there, and of those before it. */
export async function removeExportFiles(archives: Files, { job, report }: EventExport): Promise<void> {
  await removeFormerFiles(archives, { job, report });
  const { eventId } = job;
  for (const [index, { attempts }] of report.parts.entries())
    await removePart(archives, { eventId, exportId: exportIdOf(job), index }, attempts);
}

export async function removeFormerFiles(archives: Files, { job, report }: EventExport): Promise<void> {
  for (const { exportId, attempts } of report.former)
    for (const [index, each] of attempts.entries())
      await removePart(archives, { eventId: job.eventId, exportId, index }, each);
}
