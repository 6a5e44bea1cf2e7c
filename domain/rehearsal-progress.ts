import type { RehearsalReport } from "./rehearsal-report.ts";

/** What a host wants a rehearsal to be. */
export interface RehearsalWish {
  readonly guests: number;
  readonly photos: number;
  readonly minutes: number;
  /** H3: Rekognition reads the photos, which costs money. */
  readonly readsForReal: boolean;
}

/** First all pictures are drawn, then sent; then all work has to come to its end. */
export const rehearsalPhases = ["drawing", "sending", "settling", "done"] as const;
export type RehearsalPhase = (typeof rehearsalPhases)[number];

/** How far a rehearsal is. Times in milliseconds since the epoch. */
export interface RehearsalProgress extends RehearsalWish {
  /** The event that is played. */
  readonly rehearsalId: string;
  readonly boardId: string;
  readonly phase: RehearsalPhase;
  /** Files that were drawn. */
  readonly drawn: number;
  /** When the first guest came; missing while pictures are drawn. */
  readonly sendsFrom?: number;
  /** Everything before it was sent, milliseconds since `sendsFrom`. */
  readonly sentUntilMs: number;
  /** Photos that the webhook took. */
  readonly sentSoFar: number;
  readonly redelivered: number;
  /** Acts that the webhook did not take, however often it was told; by their place in the plan. */
  readonly undelivered: readonly number[];
  /** How often those were sent once more after everything else. */
  readonly rounds: number;
  /** What is not done by then is lost. */
  readonly settlesUntil?: number;
  readonly report?: RehearsalReport;
}

/** A first try has done nothing yet. */
export const beginRehearsal = (
  wish: RehearsalWish,
  event: Pick<RehearsalProgress, "rehearsalId" | "boardId">,
): RehearsalProgress => ({
  ...wish,
  ...event,
  phase: "drawing",
  drawn: 0,
  sentUntilMs: 0,
  sentSoFar: 0,
  redelivered: 0,
  undelivered: [],
  rounds: 0,
});

/** An event has one at a time. */
export const rehearsalJobId = (eventId: string): string => `rehearsal#${eventId}`;
