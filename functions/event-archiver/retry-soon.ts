import type { SQSRecord } from "aws-lambda";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { RetrySoon } from "../shared/ports/retry-soon.ts";

/** A queue's own time of invisibility is six timeouts: too long for a host who waits. */
const RETRY_S = 5;

/** What fails is tried again soon. The fault is thrown as it is. */
export async function orRetrySoon(
  record: SQSRecord,
  retrySoon: RetrySoon,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const tries = Number(record.attributes.ApproximateReceiveCount);
    log.error("export-failed", { queueMessage: record.messageId, tries, ...describeError(error) });
    await comeBack(record, retrySoon, RETRY_S * tries);
    throw error;
  }
}

async function comeBack(record: SQSRecord, retrySoon: RetrySoon, delaySeconds: number): Promise<void> {
  try {
    await retrySoon({ queueArn: record.eventSourceARN, receiptHandle: record.receiptHandle }, delaySeconds);
  } catch (error) {
    // It comes back all the same, only later.
    log.warn("retry-not-hastened", { queueMessage: record.messageId, ...describeError(error) });
  }
}
