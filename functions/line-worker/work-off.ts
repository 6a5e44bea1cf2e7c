import { mostTries } from "#domain/most-tries";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { FailureRecords } from "../shared/ports/failure-records.ts";
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

/** What happens to a message that failed. */
export interface Aftermath {
  readonly retrySoon: RetrySoon;
  readonly failures: Pick<FailureRecords, "note">;
}

const triesOf = (record: QueueRecord): number => Number(record.attributes.ApproximateReceiveCount);

/** 5, 20, 80 and then 320 seconds after a message failed for the n-th time; at once when it is given up. */
function retryDelaySeconds(failures: number): number {
  if (failures >= mostTries) return 0;
  return Math.min(MOST_RETRY_S, FIRST_RETRY_S * 4 ** Math.max(0, failures - 1));
}

/** One after the other: decoding two large photos at once would need twice the memory. */
export async function workOff(
  records: readonly QueueRecord[],
  work: (body: string) => Promise<void>,
  { retrySoon, failures }: Aftermath,
): Promise<BatchOutcome> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of records) {
    try {
      await work(record.body);
    } catch (error) {
      log.error("message-failed", {
        ...photoOfMessage(record.body),
        queueMessage: record.messageId,
        tries: triesOf(record),
        ...describeError(error),
      });
      batchItemFailures.push({ itemIdentifier: record.messageId });
      if (triesOf(record) >= mostTries) await noteFailure(record, error, failures);
      await comeBackSoon(record, retrySoon);
    }
  }
  return { batchItemFailures };
}

/** For the host who finds it among the dead letters. */
async function noteFailure(
  { messageId }: QueueRecord,
  error: unknown,
  failures: Aftermath["failures"],
): Promise<void> {
  try {
    await failures.note(messageId, describeError(error).fault);
  } catch (failure) {
    // It rests there all the same, only without its reason.
    log.warn("failure-not-noted", { queueMessage: messageId, ...describeError(failure) });
  }
}

async function comeBackSoon(record: QueueRecord, retrySoon: RetrySoon): Promise<void> {
  const delaySeconds = retryDelaySeconds(triesOf(record));
  try {
    await retrySoon({ queueArn: record.eventSourceARN, receiptHandle: record.receiptHandle }, delaySeconds);
  } catch (error) {
    // It comes back all the same, only later.
    log.warn("retry-not-hastened", { queueMessage: record.messageId, ...describeError(error) });
  }
}
