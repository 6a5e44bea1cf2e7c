import { bySending } from "#domain/photo-limit";
import { timeZones } from "#domain/words/event-words";
import { archiveIdOf, archiveJobId, archiveKey } from "../../shared/archive/archive-job.ts";
import { photoFileName, takeName, wallDate } from "../../shared/archive/file-names.ts";
import { myDataOf } from "../../shared/archive/my-data.ts";
import { type ArchivedFile, zipOf } from "../../shared/archive/zip-of.ts";
import { log } from "../../shared/log.ts";
import type { StoredPhoto } from "../../shared/ports/ceremony-store.ts";
import type { Job } from "../../shared/ports/host-store.ts";
import type { QueueMessage } from "../../shared/queue-message.ts";
import { together } from "../../shared/together.ts";
import type { WorkerPorts } from "../worker-ports.ts";

type PackPorts = Pick<WorkerPorts, "store" | "hosts" | "archives" | "clock">;
type Pack = Extract<QueueMessage, { kind: "pack" }>;

const PROGRESS_EVERY_MS = 1_000;

/**
 * P10: makes a guest's archive. However often its message comes: each attempt begins anew and takes the job over, the one
 * before notices and gives up. A photo that is withdrawn meanwhile ends the job, and nothing of it is left.
 */
export async function packArchive(ports: PackPorts, message: Pack): Promise<void> {
  const key = archiveKey(message, message.archiveId);
  if (message.formerId !== undefined)
    await ports.archives.deleteArchive(archiveKey(message, message.formerId));
  const progress = await takeOver(ports, message);
  if (progress === undefined) return removeUnlessReady(ports, message, key);
  try {
    const bytes = await ports.archives.putArchive(key, zipOf(filesOf(ports, message, progress)));
    await progress.save({ state: "done", bytes });
    log.info("archive-ready", { photos: progress.job().done, bytes });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    await removeUnlessReady(ports, message, key);
  } finally {
    progress.end();
  }
}

/** Somebody else has the job now, or nobody wants it any more. */
class Overtaken extends Error {}

interface Progress {
  readonly job: () => Job;
  /** What still runs of a broken attempt must not take the job from the next one. */
  end(): void;
  /** Throws `Overtaken`. */
  save(change: Partial<Pick<Job, "state" | "total" | "done" | "bytes">>): Promise<void>;
}

async function takeOver({ hosts, clock }: PackPorts, message: Pack): Promise<Progress | undefined> {
  const found = await hosts.job(archiveJobId(message));
  if (found === undefined || archiveIdOf(found) !== message.archiveId || found.state !== "running")
    return undefined;
  let job = found;
  let isOver = false;
  const progress: Progress = {
    job: () => job,
    end: () => void (isOver = true),
    async save(change) {
      // The fraction names the attempt, so that it wins again when its answer was lost, and nobody else with it.
      const { version, ...next } = { ...job, ...change, movedAt: clock() + Math.random() };
      if (isOver || !(await hosts.saveJob(next, version))) throw new Overtaken();
      job = { ...next, version: version + 1 };
    },
  };
  return progress;
}

/** What an attempt left that was overtaken must not outlive the job: a withdrawn photo may be in it. */
async function removeUnlessReady({ hosts, archives }: PackPorts, message: Pack, key: string): Promise<void> {
  const job = await hosts.job(archiveJobId(message));
  const isWanted = job !== undefined && archiveIdOf(job) === message.archiveId && job.state !== "superseded";
  if (!isWanted) await archives.deleteArchive(key);
}

/** One original in memory at a time. */
async function* filesOf(ports: PackPorts, key: Pack, progress: Progress): AsyncGenerator<ArchivedFile> {
  const { store, archives, clock } = ports;
  const [event, guest, all] = await together([
    store.event(key.eventId),
    store.guest(key),
    store.photosOfGuest(key),
  ] as const);
  if (event === undefined || guest === undefined || guest.erasedAt !== undefined) throw new Overtaken();
  const timeZone = timeZones[event.language];
  const photos = all.toSorted(bySending);
  const packed = photos.filter(isPacked);
  await progress.save({ total: packed.length, done: 0 });
  const [taken, fileNames] = [new Set(["my-data.json"]), new Map<string, string>()];
  for (const [index, photo] of packed.entries()) {
    // Faults for a photo that is being withdrawn: by the next try its row says so.
    const content = await archives.stored(photo.original);
    const name = takeName(photoFileName(photo, timeZone), taken);
    fileNames.set(photo.photoId, name);
    yield { name, writtenAt: wallDate(photo.sentAt, timeZone), content };
    const isDue = clock() - progress.job().movedAt >= PROGRESS_EVERY_MS;
    if (isDue) await progress.save({ done: index + 1 });
  }
  const content = Buffer.from(myDataOf({ event, guest, photos, fileNames, madeAt: clock() }));
  yield { name: "my-data.json", writtenAt: wallDate(clock(), timeZone), content };
  // Before the last bytes go out: whoever was overtaken keeps nothing.
  await progress.save({ done: packed.length });
}

/** P8: what its guest has deleted is not in it, even while that may be taken back; a removed row names no original. */
function isPacked(photo: StoredPhoto): photo is StoredPhoto & { readonly original: string } {
  return photo.leavesAt === undefined && photo.original !== undefined;
}
