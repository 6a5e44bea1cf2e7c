import { useEffect, useState } from "react";
import type { RulesJob } from "../../backend/host-event-shapes.ts";
import type { SettingsBackend } from "./events-backend.ts";

export interface FollowedJob {
  /** Null: none, or not known yet. */
  readonly job: RulesJob | null;
  /** Whether it was seen running: only then its end is news. */
  readonly wasRunning: boolean;
}

/** Follows the recomputation after the last change of rules. */
export function useRulesJob({ watchJob }: SettingsBackend, jobId: string | null): FollowedJob {
  const [followed, setFollowed] = useState<FollowedJob>({ job: null, wasRunning: false });
  useEffect(() => {
    if (jobId === null) return;
    const running = watchJob(jobId, (told) => {
      if (told === null) return;
      setFollowed(({ job, wasRunning }) => {
        const isSame = job?.jobId === told.jobId;
        // An answer may be older than the news that came while it was under way.
        if (isSame && job.version > told.version) return { job, wasRunning };
        return { job: told, wasRunning: told.state === "running" || (isSame && wasRunning) };
      });
    });
    return () => running.stop();
  }, [watchJob, jobId]);
  return followed.job?.jobId === jobId ? followed : { job: null, wasRunning: false };
}
