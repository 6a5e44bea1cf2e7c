import type { JournalRecord } from "./journal.ts";
import type { MessageTable } from "./message-table.ts";
import { type Deliveries, type Message, UNDELIVERED } from "./message.ts";

export interface RestoredMessage {
  readonly message: Message;
  readonly deliveries: Deliveries;
  /** When its delay is over. */
  readonly dueAtMs: number;
}

/** What is left of a journal: messages that were accepted and not deleted, with what receiving did to them. */
export function restore(records: readonly JournalRecord[]): Iterable<RestoredMessage> {
  const left = new Map<string, RestoredMessage>();
  for (const record of records) {
    if (record.kind === "sent") {
      left.set(record.message.id, {
        message: record.message,
        deliveries: UNDELIVERED,
        dueAtMs: record.dueAtMs,
      });
    } else if (record.kind === "deleted") {
      left.delete(record.id);
    } else {
      const known = left.get(record.id);
      const { count, firstAtMs, nonce } = record;
      if (known !== undefined) left.set(record.id, { ...known, deliveries: { count, firstAtMs, nonce } });
    }
  }
  return left.values();
}

/** The shortest journal of a queue's present state. */
export function snapshot(table: MessageTable): JournalRecord[] {
  return [...table.all()].flatMap(({ message, deliveries, state, dueAtMs }): JournalRecord[] => {
    // Only a delay outlives a restart; whoever held a message in flight is gone by then.
    const sent: JournalRecord = {
      kind: "sent",
      message,
      dueAtMs: state === "delayed" ? dueAtMs : message.sentAtMs,
    };
    return deliveries.count === 0 ? [sent] : [sent, { kind: "received", id: message.id, ...deliveries }];
  });
}
