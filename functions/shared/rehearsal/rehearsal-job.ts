import * as z from "zod";
import { type RehearsalProgress, rehearsalPhases } from "#domain/rehearsal-progress";
import type { RehearsalReport } from "#domain/rehearsal-report";
import type { Job } from "../ports/host-store.ts";

const count = z.number();

const progressShape: z.ZodType<RehearsalProgress> = z.object({
  guests: count,
  photos: count,
  minutes: count,
  readsForReal: z.boolean(),
  rehearsalId: z.string(),
  boardId: z.string(),
  phase: z.enum(rehearsalPhases),
  drawn: count,
  sendsFrom: z.number().exactOptional(),
  sentUntilMs: z.number(),
  sentSoFar: count,
  redelivered: count,
  undelivered: z.array(count),
  rounds: count,
  settlesUntil: z.number().exactOptional(),
  // Ours, and only handed on.
  report: z.custom<RehearsalReport>((value) => typeof value === "object" && value !== null).exactOptional(),
});

/** How far the job of a rehearsal is. Throws for the report of another kind of job. */
export const progressOf = ({ report }: Pick<Job, "report">): RehearsalProgress => progressShape.parse(report);
