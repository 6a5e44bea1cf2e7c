import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";

interface QueueRecord {
  readonly messageId: string;
  readonly body: string;
}

/** In the form that the queue's mapping wants: what stands here is delivered again. */
export interface BatchOutcome {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** One after the other: decoding two large photos at once would need twice the memory. */
export async function workOff(
  records: readonly QueueRecord[],
  work: (body: string) => Promise<void>,
): Promise<BatchOutcome> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of records) {
    try {
      await work(body);
    } catch (error) {
      log.error("message-failed", { queueMessage: messageId, ...describeError(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
