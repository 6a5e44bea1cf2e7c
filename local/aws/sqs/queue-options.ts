import type { Faults } from "../../faults/faults.ts";
import type { Clock } from "../service.ts";
import type { Journal, JournalRecord } from "./journal.ts";
import type { Deliveries, Message } from "./message.ts";
import type { QueueSettings } from "./queue-settings.ts";

export interface QueueOptions {
  readonly name: string;
  readonly arn: string;
  readonly clock: Clock;
  readonly settings: QueueSettings;
  readonly faults: Faults;
  readonly journal: Journal;
  /** What the journal holds from earlier runs. */
  readonly records: readonly JournalRecord[];
  /** Takes a message that was received too often. */
  readonly giveUp: (deadLetterArn: string, message: Message, deliveries: Deliveries) => void;
  readonly onChange: () => void;
  /** Told of faults that no caller can be told of, such as a full disk when a delay is over. */
  readonly onFault: (error: unknown) => void;
}

export interface ReceiveRequest {
  readonly max: number;
  readonly waitMs: number;
  /** The queue's own when left out. */
  readonly visibilityMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface NewMessage {
  readonly message: Message;
  /** The queue's own when left out. */
  readonly delayMs?: number | undefined;
}
