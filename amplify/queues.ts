import { Duration, type Stack } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { type IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import { mostTries } from "#domain/most-tries";
import { consumeStatement } from "./statements.ts";

/** At least six times the timeout of who works there, as AWS asks for. */
const VISIBILITY = Duration.minutes(6);
const EXPORT_VISIBILITY = Duration.minutes(30);

export interface Queues {
  readonly photos: Queue;
  readonly chat: Queue;
  readonly orders: Queue;
  readonly reminders: Queue;
  readonly exports: Queue;
  readonly rehearsals: Queue;
}

/**
 * Six queues, so that a greeting never waits behind a burst of photos, and a host never behind guests: `photos` feeds
 * the analysis, `orders` what hosts decided about a photo or a guest, `reminders` what is looked at again some time after
 * each photo, all at once after a burst of them, `exports` the parts of events that hosts take away, `rehearsals` what drawn guests do, `chat` all else. What fails eight times, over about half an hour, rests
 * in a dead-letter queue for two weeks, and an alarm rings.
 */
export function createQueues(stack: Stack): Queues {
  return {
    photos: createQueue(stack, "Photo"),
    chat: createQueue(stack, "Chat"),
    orders: createQueue(stack, "Order"),
    reminders: createQueue(stack, "Reminder"),
    exports: createQueue(stack, "Export", EXPORT_VISIBILITY),
    rehearsals: createQueue(stack, "Rehearsal"),
  };
}

function createQueue(stack: Stack, name: string, visibilityTimeout = VISIBILITY): Queue {
  const deadLetters = new Queue(stack, `${name}DeadLetters`, {
    retentionPeriod: Duration.days(14),
    enforceSSL: true,
  });
  return new Queue(stack, `${name}Queue`, {
    visibilityTimeout,
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: mostTries },
    enforceSSL: true,
  });
}

export function deadLettersOf(queue: Queue): IQueue {
  if (queue.deadLetterQueue === undefined) throw new Error(`${queue.node.id} has no dead letters`);
  return queue.deadLetterQueue.queue;
}

/**
 * Rekognition gives five moderation checks per second in Tokyo: five photos at a time stay under it without
 * throttling. The others have their own concurrency.
 */
export function feedWorker(worker: IFunction, { photos, chat, orders, reminders }: Queues): void {
  // The CDK's own event source would grant more than Lambda asks for.
  const all = [photos, chat, orders, reminders];
  worker.addToRolePolicy(consumeStatement(...all.map(({ queueArn }) => queueArn)));
  const each = { maxConcurrency: 5, reportBatchItemFailures: true };
  worker.addEventSourceMapping("Photos", {
    eventSourceArn: photos.queueArn,
    batchSize: 1,
    ...each,
  });
  worker.addEventSourceMapping("Chat", { eventSourceArn: chat.queueArn, batchSize: 5, ...each });
  worker.addEventSourceMapping("Orders", { eventSourceArn: orders.queueArn, batchSize: 5, ...each });
  // All photos of a burst are due within the same seconds, and LINE's reply tokens live a minute.
  worker.addEventSourceMapping("Reminders", {
    eventSourceArn: reminders.queueArn,
    batchSize: 5,
    ...each,
    maxConcurrency: 10,
  });
}
