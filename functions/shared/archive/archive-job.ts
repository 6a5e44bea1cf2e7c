import type { GuestKey } from "../ports/ceremony-store.ts";
import type { Job, JobDraft } from "../ports/host-store.ts";

/** P10: a guest has one archive at a time, and so one job. */
export const archiveJobId = ({ eventId, guestId }: GuestKey): string => `archive#${eventId}#${guestId}`;

/** Tells the archives of a guest apart: the moment when it was ordered. */
export const archiveIdOf = ({ startedAt }: Pick<Job, "startedAt">): string => String(startedAt);

export const archiveKey = ({ eventId, guestId }: GuestKey, archiveId: string): string =>
  `exports/${eventId}/${guestId}/${archiveId}.zip`;

/** Longer than any attempt can last: whoever worked on it is gone. */
const IDLE_MS = 90_000;

export function isAtWork(job: JobDraft, now: number): boolean {
  return job.state === "running" && now - job.movedAt < IDLE_MS;
}

/** The same term in the lifecycle of the bucket, amplify/backend.ts. */
export const ARCHIVE_KEPT_MS = 86_400_000;
