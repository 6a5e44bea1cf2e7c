import { setTimeout as pause } from "node:timers/promises";
import type { SQSHandler } from "aws-lambda";
import * as z from "zod";
import { createCeremonyStore } from "../shared/adapters/ceremony-graphql.ts";
import { createEventStore } from "../shared/adapters/event-graphql.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createRehearsalFiles } from "../shared/adapters/s3-rehearsal-files.ts";
import { createRetrySoon } from "../shared/adapters/sqs-retry.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { awsEndpoint, bucketAddress, createAwsFetch } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { type Environment, requireVariable } from "../shared/env.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { RetrySoon } from "../shared/ports/retry-soon.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import type { CrowdPorts } from "./crowd-ports.ts";
import { drawFile } from "./drawn-file.ts";
import { createDelivery } from "./deliver-webhook.ts";
import { type CrowdEnvironment, readCrowdEnvironment } from "./environment.ts";
import { takeStep } from "./take-step.ts";

const messageShape = z.object({
  kind: z.literal("rehearse"),
  eventId: z.string().min(1),
  jobId: z.string().min(1),
  version: z.int(),
});

/** Drawn guests do not wait for long. */
const RETRY_S = 2;

const connected = rememberConnection(readCrowdEnvironment, connect);

function connect(
  settings: CrowdEnvironment,
  env: Environment,
): { readonly ports: CrowdPorts; readonly retrySoon: RetrySoon } {
  const sqs = createAwsFetch(env, { service: "sqs", timeoutMs: 5_000 });
  const sqsUrl = awsEndpoint(env, "SQS", `https://sqs.${requireVariable(env, "AWS_REGION")}.amazonaws.com`);
  const door = connectDoor(env, settings.graphqlUrlParameter);
  const { photoBucket: bucket } = settings;
  const ports: CrowdPorts = {
    hosts: createHostStore(door),
    events: createEventStore(door),
    store: createCeremonyStore(door),
    files: createRehearsalFiles(bucket, bucketAddress(env, bucket)),
    draw: drawFile,
    queue: createWorkQueue(createQueueSender(sqs), settings.rehearsalQueueUrl),
    deliver: createDelivery(settings.webhookUrl, settings.channelSecret),
    clock: Date.now,
    pause: (delayMs) => pause(delayMs),
  };
  return { ports, retrySoon: createRetrySoon(sqs, sqsUrl) };
}

export const handler: SQSHandler = async ({ Records }) => {
  const { ports, retrySoon } = connected(process.env);
  // The queue's mapping hands over one message at a time.
  for (const { body, eventSourceARN: queueArn, receiptHandle, messageId } of Records) {
    try {
      await takeStep(ports, messageShape.parse(JSON.parse(body)));
    } catch (error) {
      log.error("rehearsal-failed", { queueMessage: messageId, ...describeError(error) });
      await comeBack(retrySoon, { queueArn, receiptHandle });
      throw error;
    }
  }
};

async function comeBack(retrySoon: RetrySoon, message: Parameters<RetrySoon>[0]): Promise<void> {
  try {
    await retrySoon(message, RETRY_S);
  } catch (error) {
    // It comes back all the same, only later.
    log.warn("retry-not-hastened", describeError(error));
  }
}
