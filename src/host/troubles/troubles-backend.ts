/** Something that was tried eight times in vain. Times in milliseconds since the epoch. */
export interface DeadLetter {
  readonly letterId: string;
  /** As the API tells it; may be one that this page does not know. */
  readonly kind: string;
  readonly displayName: string | null;
  readonly sentAt: number;
  readonly failedAt: number | null;
  /** The fault's code. */
  readonly reason: string;
}

export interface DeadLetterPage {
  readonly letters: readonly DeadLetter[];
  /** False: there are more, or another host looks at some in this moment. */
  readonly isComplete: boolean;
}

export interface RetryOutcome {
  readonly retried: readonly string[];
  /** Somebody else was quicker. */
  readonly missing: readonly string[];
}

export interface Alarm {
  readonly name: string;
  readonly state: "OK" | "ALARM" | "INSUFFICIENT_DATA";
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** What was measured when it began. */
  readonly value: number | null;
}

export interface LineQuota {
  /** Null: as many as one likes. */
  readonly limit: number | null;
  readonly used: number;
}

/** Everything rejects when the API cannot be reached or refuses. */
export interface TroublesBackend {
  readonly readDeadLetters: () => Promise<DeadLetterPage>;
  /** The event is the one whose trail tells of it. */
  readonly retry: (eventId: string, letterIds: readonly string[] | "all") => Promise<RetryOutcome>;
  readonly readAlarms: () => Promise<readonly Alarm[]>;
  readonly readQuota: () => Promise<LineQuota>;
}
