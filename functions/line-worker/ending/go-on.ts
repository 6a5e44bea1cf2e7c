import type { EndingProgress } from "../../shared/ending/ending-job.ts";
import type { Job, JobDraft } from "../../shared/ports/host-store.ts";

interface More extends Partial<Pick<JobDraft, "total" | "done" | "lastGuestId">> {
  readonly pauseSeconds?: number;
}

/** The job with new progress; `lastGuestId` only while a step goes through the guests. */
export function goOn(job: Job, progress: EndingProgress, { pauseSeconds = 0, ...more }: More = {}): JobDraft {
  const { lastGuestId: _former, ...rest } = job;
  return { ...rest, ...more, report: { ...progress, pauseSeconds } };
}
