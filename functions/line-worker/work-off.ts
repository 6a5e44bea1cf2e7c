import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { RetrySoon } from "../shared/ports/retry-soon.ts";
import { photoOfMessage } from "./photo-of-message.ts";

interface QueueRecord {
  readonly messageId: string;
  readonly body: string;
  readonly receiptHandle: string;
  readonly eventSourceARN: string;
  readonly attributes: { readonly ApproximateReceiveCount: string };
}

/** In the form that the queue's mapping wants: what stands here is delivered again. */
export interface BatchOutcome {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

// A queue's own time of invisibility is six timeouts of the worker: too long for a guest who waits for a card.
const FIRST_RETRY_S = 5;
const MOST_RETRY_S = 320;

/** 5, 20, 80 and then 320 seconds after a message failed for the n-th time. */
function retryDelaySeconds(failures: number): number {
  return Math.min(MOST_RETRY_S, FIRST_RETRY_S * 4 ** Math.max(0, failures - 1));
}

/** One after the other: decoding two large photos at once would need twice the memory. */
export async function workOff(
  records: readonly QueueRecord[],
  work: (body: string) => Promise<void>,
  retrySoon: RetrySoon,
): Promise<BatchOutcome> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of records) {
    try {
      await work(record.body);
    } catch (error) {
      log.error("message-failed", {
        ...photoOfMessage(record.body),
        queueMessage: record.messageId,
        tries: Number(record.attributes.ApproximateReceiveCount),
        ...describeError(error),
      });
      batchItemFailures.push({ itemIdentifier: record.messageId });
      await comeBackSoon(record, retrySoon);
    }
  }
  return { batchItemFailures };
}

async function comeBackSoon(record: QueueRecord, retrySoon: RetrySoon): Promise<void> {
  const delaySeconds = retryDelaySeconds(Number(record.attributes.ApproximateReceiveCount));
  try {
    await retrySoon({ queueArn: record.eventSourceARN, receiptHandle: record.receiptHandle }, delaySeconds);
  } catch (error) {
    // It comes back all the same, only later.
    log.warn("retry-not-hastened", { queueMessage: record.messageId, ...describeError(error) });
  }
}
