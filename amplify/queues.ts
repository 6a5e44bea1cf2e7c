import { Duration, type Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue } from "aws-cdk-lib/aws-sqs";

/** At least six times the worker's timeout, as AWS asks for. */
const VISIBILITY = Duration.minutes(6);

/**
 * Two queues, so that a greeting never waits behind a burst of photos: `photos` feeds the analysis, `chat` all
 * else. What fails eight times, over about half an hour, rests in a dead-letter queue for two weeks, and an alarm rings.
 */
export function createQueues(stack: Stack): { photos: Queue; chat: Queue } {
  return { photos: createQueue(stack, "Photo"), chat: createQueue(stack, "Chat") };
}

function createQueue(stack: Stack, name: string): Queue {
  const deadLetters = new Queue(stack, `${name}DeadLetters`, {
    retentionPeriod: Duration.days(14),
    enforceSSL: true,
  });
  new Alarm(stack, `${name}DeadLettersAlarm`, {
    alarmDescription: `An event of the ${name.toLowerCase()} queue failed eight times.`,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible(),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  return new Queue(stack, `${name}Queue`, {
    visibilityTimeout: VISIBILITY,
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 8 },
    enforceSSL: true,
  });
}

/**
 * Rekognition gives five moderation checks per second in Tokyo: five photos at a time stay under it without
 * throttling. The chat has its own concurrency.
 */
export function feedWorker(worker: IFunction, queues: { photos: Queue; chat: Queue }): void {
  worker.addEventSource(
    new SqsEventSource(queues.photos, { batchSize: 1, maxConcurrency: 5, reportBatchItemFailures: true }),
  );
  worker.addEventSource(
    new SqsEventSource(queues.chat, { batchSize: 5, maxConcurrency: 5, reportBatchItemFailures: true }),
  );
}
