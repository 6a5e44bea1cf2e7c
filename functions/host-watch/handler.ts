import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { createCeremonyStore } from "../shared/adapters/ceremony-graphql.ts";
import { createAlarmBoard } from "../shared/adapters/cloudwatch.ts";
import { createHostNames } from "../shared/adapters/cognito.ts";
import { createFailureRecords } from "../shared/adapters/failure-records-graphql.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createMessageQuota } from "../shared/adapters/line-quota.ts";
import { countMessages } from "../shared/adapters/sqs-call.ts";
import { createDeadLetters } from "../shared/adapters/sqs-dead-letters.ts";
import { awsEndpoint, createAwsFetch } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { type Environment, requireVariable } from "../shared/env.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { type QueueName, readWatchEnvironment, type WatchEnvironment } from "./environment.ts";
import { listDeadLetters } from "./list-dead-letters.ts";
import { retryDeadLetters } from "./retry-dead-letters.ts";
import type { WatchPorts } from "./watch-ports.ts";

const by = { actor: z.string().min(1), username: z.string().min(1) };
const orderShape = z.discriminatedUnion("action", [
  z.object({ action: z.literal("deadLetters") }),
  z.object({ action: z.literal("alarms") }),
  z.object({ action: z.literal("lineQuota") }),
  z.object({ action: z.literal("photosUnderway") }),
  z.object({
    action: z.literal("retryDeadLetters"),
    ...by,
    args: z.object({
      eventId: z.string().min(1),
      letterIds: z.array(z.string()).nullish(),
      all: z.boolean().nullish(),
    }),
  }),
]);

const connected = rememberConnection(readWatchEnvironment, connect);

function connect(settings: WatchEnvironment, env: Environment): WatchPorts {
  const region = requireVariable(env, "AWS_REGION");
  const door = connectDoor(env, settings.graphqlUrlParameter);
  const sqs = createAwsFetch(env, { service: "sqs", timeoutMs: 5_000 });
  return {
    deadLetters: new Map(settings.queues.map((queue) => [queue.name, createDeadLetters(sqs, queue)])),
    photosUnderway: () => countMessages(sqs, queueUrlOf(settings, "photos")),
    failures: createFailureRecords(door, Date.now),
    store: createCeremonyStore(door),
    trail: createHostStore(door),
    names: createHostNames(
      createAwsFetch(env, { service: "cognito-idp", timeoutMs: 3_000 }),
      awsEndpoint(env, "COGNITO_IDENTITY_PROVIDER", `https://cognito-idp.${region}.amazonaws.com`),
      settings.userPoolId,
    ),
    alarmBoard: createAlarmBoard(
      createAwsFetch(env, { service: "monitoring", timeoutMs: 5_000 }),
      awsEndpoint(env, "CLOUDWATCH", `https://monitoring.${region}.amazonaws.com`),
      settings.alarmPrefix,
    ),
    messageQuota: createMessageQuota({
      channelAccessToken: settings.channelAccessToken,
      apiBaseUrl: settings.lineApiBaseUrl,
    }),
    clock: Date.now,
    pause: (delayMs) => pause(delayMs),
    newId: randomUUID,
  };
}

function queueUrlOf({ queues }: WatchEnvironment, name: QueueName): string {
  const queue = queues.find((each) => each.name === name);
  if (queue === undefined) throw new Error(`no queue of ${name}`);
  return queue.queueUrl;
}

/** The payload is what the resolver sends; a fault becomes the resolver's own words. */
export const handler = async (payload: unknown): Promise<unknown> => {
  try {
    return await answer(connected(process.env), orderShape.parse(payload));
  } catch (error) {
    log.error("host-watch-failed", describeError(error));
    throw error;
  }
};

function answer(ports: WatchPorts, order: z.infer<typeof orderShape>): Promise<unknown> {
  switch (order.action) {
    case "deadLetters":
      return listDeadLetters(ports);
    case "alarms":
      return ports.alarmBoard.alarms();
    case "lineQuota":
      return ports.messageQuota.quota();
    case "photosUnderway":
      return ports.photosUnderway();
    case "retryDeadLetters": {
      const { actor, username, args } = order;
      const letterIds = args.all === true ? "all" : (args.letterIds ?? []);
      return retryDeadLetters(ports, { eventId: args.eventId, actor, username, letterIds });
    }
  }
}
