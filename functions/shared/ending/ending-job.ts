import * as z from "zod";
import { type DeletionPlace, deletionPlaces } from "#domain/deletion-report";
import type { Job, JobDraft } from "../ports/host-store.ts";

export const endingJobId = (eventId: string): string => `end-event#${eventId}`;

/** The entry of the trail that the report closes: one for each order. */
export const endingEntryId = ({ startedAt }: Pick<Job, "startedAt">): string =>
  `${new Date(startedAt).toISOString()}#end-event`;

/** K10: longer than any function lives that still knows the event as it was. */
export const FIRST_STEP_SECONDS = 90;

/** K11: the steps of a round, in their order; the first one and the last one are made once. */
export const endingPhases = ["count", "guests", "letters", "rows", "rest", "trail", "close"] as const;
export type EndingPhase = (typeof endingPhases)[number];

/** How far a deletion is; kept as the job's report. */
export interface EndingProgress {
  readonly phase: EndingPhase;
  readonly round: number;
  /** What this round has found so far: with nothing it is the last one. */
  readonly found: number;
  /** Before the next step. */
  readonly pauseSeconds: number;
  readonly deleted: Readonly<Record<DeletionPlace, number>>;
}

const none = Object.fromEntries(deletionPlaces.map((place) => [place, 0]));
const progressShape = z.object({
  phase: z.enum(endingPhases),
  round: z.number(),
  found: z.number(),
  pauseSeconds: z.number(),
  deleted: z.record(z.enum(deletionPlaces), z.number()),
});

export const beginning: EndingProgress = progressShape.parse({
  phase: "count",
  round: 1,
  found: 0,
  pauseSeconds: 0,
  deleted: none,
});

/** Throws on a job that is no deletion. */
export const progressOf = ({ report }: Pick<Job, "report">): EndingProgress => progressShape.parse(report);

const QUARTER_S = 90 * 86_400;

export const endingJob = (eventId: string, startedAt: number): JobDraft => ({
  jobId: endingJobId(eventId),
  eventId,
  kind: "end-event",
  state: "running",
  done: 0,
  report: beginning,
  startedAt,
  movedAt: startedAt,
  // The report stands in the trail as well.
  expiresAt: Math.floor(startedAt / 1_000) + QUARTER_S,
});
