/** Why a queue's message was given up. Faults: `api-unreachable`, `api-refused`. */
export interface FailureRecords {
  /** The first word about a message counts. `code`: of the fault. */
  note(queueMessageId: string, code: string): Promise<void>;
  /** Nothing is known of a message whose worker fell over with it. */
  find(queueMessageId: string): Promise<Failure | undefined>;
}

export interface Failure {
  readonly code: string;
  /** Milliseconds since the epoch. */
  readonly failedAt: number;
}
