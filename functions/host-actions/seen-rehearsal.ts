import type { RehearsalPhase, RehearsalProgress, RehearsalWish } from "#domain/rehearsal-progress";
import type { JobDraft } from "../shared/ports/host-store.ts";

/** A rehearsal as the API tells it; the resolver `rehearsal.js` tells the same. */
export interface Rehearsal extends RehearsalWish {
  readonly eventId: string;
  readonly rehearsalId: string;
  readonly boardId: string;
  readonly state: "running" | "finished" | "wiped";
  readonly phase: RehearsalPhase;
  readonly startedAt: number;
  readonly sendsFrom?: number;
  readonly sentSoFar: number;
  /** JSON */
  readonly report?: string;
}

export function seenRehearsal(
  { eventId, startedAt }: Pick<JobDraft, "eventId" | "startedAt">,
  progress: RehearsalProgress,
  state: Rehearsal["state"],
): Rehearsal {
  const { rehearsalId, boardId, phase, guests, photos, minutes, readsForReal, sentSoFar } = progress;
  const { sendsFrom, report } = progress;
  return {
    eventId,
    rehearsalId,
    boardId,
    state,
    phase,
    guests,
    photos,
    minutes,
    readsForReal,
    startedAt,
    ...(sendsFrom !== undefined && { sendsFrom }),
    sentSoFar,
    ...(report !== undefined && { report: JSON.stringify(report) }),
  };
}
