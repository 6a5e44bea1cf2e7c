import { timeZones } from "#domain/words/event-words";
import { exportTableWords } from "#domain/words/export-tables";
import { photoFileName, takeName, wallDate } from "../shared/archive/file-names.ts";
import { type ArchivedFile, zipOf } from "../shared/archive/zip-of.ts";
import type { EventExport } from "../shared/event-export/export-job.ts";
import { removePart } from "../shared/event-export/remove-export-files.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { HostedEvent } from "../shared/ports/event-store.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";

import { type HeldPart, holdPart, Overtaken } from "./hold-part.ts";
import { photoRow } from "./photo-row.ts";
import { pictureOf } from "./picture-of.ts";
import { picturesAhead } from "./pictures-ahead.ts";
import { tablesOf } from "./tables-of.ts";

const PROGRESS_EVERY_MS = 1_000;

/** X5: makes the next part. False: somebody else does, or nobody wants it any more; nothing is left of it then. */
export async function makePart(ports: ArchiverPorts, now: EventExport): Promise<boolean> {
  const held = await holdPart(ports, now);
  if (held === undefined) return false;
  try {
    // What is left of those who broke off.
    await removePart(ports.archives, held, held.attempt - 1);
    await put(ports, held);
    return true;
  } catch (error) {
    if (!(error instanceof Overtaken)) {
      await release(held);
      throw error;
    }
    // Somebody who was taken out of it may be in it.
    await ports.archives.deleteArchive(held.keys.zip);
    await ports.archives.deleteArchive(held.keys.rows);
    return false;
  } finally {
    held.end();
  }
}

async function put(ports: ArchiverPorts, held: HeldPart): Promise<void> {
  const event = await ports.events.hostedEvent(held.eventId);
  if (event === undefined) throw new Overtaken();
  const made = { photos: 0 };
  const bytes = await ports.archives.putArchive(held.keys.zip, zipOf(filesOf(ports, held, event, made)));
  await held.finish(made.photos, bytes);
  log.info("export-part-made", { event: held.eventId, part: held.index + 1, photos: made.photos, bytes });
}

async function release(held: HeldPart): Promise<void> {
  try {
    await held.release();
  } catch (error) {
    // Whoever comes next waits until this one has been silent for long enough.
    log.warn("export-not-released", describeError(error));
  }
}

/** What lies in a part, one after the other; the rows about its photos are kept beside it, for the tables. */
async function* filesOf(
  ports: ArchiverPorts,
  held: HeldPart,
  event: HostedEvent,
  made: { photos: number },
): AsyncGenerator<ArchivedFile> {
  const { folders } = exportTableWords[event.language];
  const timeZone = timeZones[event.language];
  const [taken, rows]: [Set<string>, string[]] = [new Set(), []];
  for await (const { photo, content } of picturesAhead(ports, held)) {
    const folder = folders[photo.state === "removed" ? "hidden" : photo.state];
    const original = pictureOf(photo, held.report.images) ?? "";
    const fileName = photoFileName({ ...photo, original }, timeZone, photo.displayName);
    const name = content && takeName(`${folder}/${fileName}`, taken);
    rows.push(JSON.stringify(photoRow(photo, event, { file: name, part: held.index + 1 })));
    if (name !== undefined && content !== undefined)
      yield { name, writtenAt: wallDate(photo.sentAt, timeZone), content };
    made.photos += 1;
    if (ports.clock() - held.movedAt() >= PROGRESS_EVERY_MS) await tell(ports, held, made.photos);
  }
  await ports.archives.putRows(held.keys.rows, Buffer.from(rows.join("\n")));
  if (held.index === held.report.parts.length - 1) yield* tablesOf(ports, held, event);
  // Before the last bytes go out: whoever was overtaken keeps nothing.
  await held.move(made.photos);
}

async function tell({ hosts }: ArchiverPorts, held: HeldPart, photos: number): Promise<void> {
  await held.move(photos);
  await hosts.publishJob(held.jobId);
}
