import type { Faults } from "../../faults/faults.ts";

/** What a standard queue may do to its messages and seldom does: deliver one twice, or in another order. */
export interface Mischief {
  /** How much longer a new message stays hidden. */
  delayMs(): number;
  /** At a delivery: after how long the message is shown once more although somebody holds it; mostly never. */
  overlapsAfterMs(messageId: string, deliveries: number): number | undefined;
  /** When it is deleted: after how long it comes back all the same; mostly never. */
  returnsAfterMs(messageId: string): number | undefined;
  forget(messageId: string): void;
}

export function createMischief(faults: Faults): Mischief {
  /** Messages that are to be delivered once more, whatever happens to them. */
  const struck = new Set<string>();
  const delayMs = (): number => faults.between(0, faults.plan.queues?.jitterMs ?? 0);
  return {
    delayMs,
    overlapsAfterMs(messageId, deliveries) {
      if (deliveries > 1) struck.delete(messageId);
      else if (faults.strikes(faults.plan.queues?.duplicate)) {
        struck.add(messageId);
        if (faults.strikes(0.5)) return delayMs();
      }
      return undefined;
    },
    returnsAfterMs: (messageId) => (struck.delete(messageId) ? delayMs() : undefined),
    forget: (messageId) => void struck.delete(messageId),
  };
}
