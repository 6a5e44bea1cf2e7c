import { wallTime } from "../shared/archive/file-names.ts";
import { timeZones } from "#domain/words/event-words";
import {
  ARCHIVE_KEPT_MS,
  archiveIdOf,
  archiveJobId,
  archiveKey,
  isAtWork,
} from "../shared/archive/archive-job.ts";
import { Fault } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { GuestKey } from "../shared/ports/ceremony-store.ts";
import type { Job, JobDraft } from "../shared/ports/host-store.ts";
import type { GuestPorts } from "./guest-ports.ts";

/** As the API answers it. */
export interface MyArchive {
  readonly archiveId: string;
  readonly state: "running" | "ready" | "failed";
  readonly done: number;
  readonly total: number | null;
  /** Good for a quarter of an hour; ask again for another one. */
  readonly url: string | null;
  readonly bytes: number | null;
  /** Milliseconds since the epoch: the archive is gone then. */
  readonly expiresAt: number | null;
}

type ArchivePorts = Pick<GuestPorts, "store" | "jobs" | "archives" | "packQueue" | "clock">;

const TRIES = 10;

/** P10: orders an archive of all own photos; while one is being made, that one. */
export async function orderMyArchive(ports: ArchivePorts, guest: GuestKey): Promise<MyArchive> {
  const { jobs, packQueue, clock } = ports;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const known = await jobs.job(archiveJobId(guest));
    if (known !== undefined && isAtWork(known, clock())) return told(ports, guest, known);
    const job = newJob(guest, clock(), known);
    if (!(await jobs.saveJob(job, known?.version ?? 0))) continue;
    const formerId = known && archiveIdOf(known);
    const pack = {
      kind: "pack",
      ...keyOf(guest),
      archiveId: archiveIdOf(job),
      ...(formerId && { formerId }),
    } as const;
    await packQueue.send(pack, 0);
    log.info("archive-ordered");
    return told(ports, guest, job);
  }
  throw new Fault("store-conflict", "saveJob");
}

/** P10: how far the archive is, or where to get it. `null`: there is no such archive of the guest, or none any more. */
export async function showMyArchive(
  ports: ArchivePorts,
  guest: GuestKey,
  archiveId: string,
): Promise<MyArchive | null> {
  const job = await ports.jobs.job(archiveJobId(guest));
  if (job === undefined || archiveIdOf(job) !== archiveId || job.state === "superseded") return null;
  if (ports.clock() >= goneAt(job)) return null;
  return told(ports, guest, job);
}

const keyOf = ({ eventId, guestId }: GuestKey): GuestKey => ({ eventId, guestId });

function newJob(guest: GuestKey, now: number, known: Job | undefined): JobDraft {
  // Of two orders within a millisecond the later one is another archive, too.
  const startedAt = Math.max(now, (known?.startedAt ?? 0) + 1);
  return {
    jobId: archiveJobId(guest),
    eventId: guest.eventId,
    kind: "archive",
    state: "running",
    done: 0,
    startedAt,
    // The fraction names the attempt: of two that order at once one wins.
    movedAt: now + Math.random(),
    expiresAt: Math.ceil((startedAt + ARCHIVE_KEPT_MS) / 1_000),
  };
}

const goneAt = ({ startedAt }: JobDraft): number => startedAt + ARCHIVE_KEPT_MS;

async function told(ports: ArchivePorts, guest: GuestKey, job: Job | JobDraft): Promise<MyArchive> {
  const { done, total = null, bytes = null } = job;
  const archiveId = archiveIdOf(job);
  if (job.state !== "done") {
    const state = isAtWork(job, ports.clock()) ? "running" : "failed";
    return { archiveId, state, done, total, url: null, bytes: null, expiresAt: null };
  }
  const url = ports.archives.addressOf(archiveKey(guest, archiveId), await fileNameOf(ports, job));
  return { archiveId, state: "ready", done, total, url, bytes, expiresAt: goneAt(job) };
}

/** `山田家 披露宴 2026-11-21.zip` */
async function fileNameOf({ store }: ArchivePorts, { eventId, startedAt }: JobDraft): Promise<string> {
  const event = await store.event(eventId);
  const [day = ""] = wallTime(startedAt, timeZones[event?.language ?? "ja"]).split(" ");
  const title = (event?.title ?? "Egao").replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim();
  return `${title} ${day}.zip`;
}
