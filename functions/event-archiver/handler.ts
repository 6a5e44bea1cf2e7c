import type { SQSHandler } from "aws-lambda";
import * as z from "zod";
import { createCeremonyStore } from "../shared/adapters/ceremony-graphql.ts";
import { createEventStore } from "../shared/adapters/event-graphql.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createArchiveStore } from "../shared/adapters/s3-archives.ts";
import { createRetrySoon } from "../shared/adapters/sqs-retry.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { awsEndpoint, createAwsFetch } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { type Environment, requireVariable } from "../shared/env.ts";
import type { RetrySoon } from "../shared/ports/retry-soon.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import type { ArchiverPorts } from "./archiver-ports.ts";
import { carryOn } from "./carry-on.ts";
import { type ArchiverEnvironment, readArchiverEnvironment } from "./environment.ts";
import { MOST_PART_BYTES } from "./plan-parts.ts";
import { orRetrySoon } from "./retry-soon.ts";

const messageShape = z.object({
  kind: z.literal("export"),
  eventId: z.string().min(1),
  exportId: z.string().min(1),
});

const connected = rememberConnection(readArchiverEnvironment, connect);

function connect(
  settings: ArchiverEnvironment,
  env: Environment,
): { readonly ports: ArchiverPorts; readonly retrySoon: RetrySoon } {
  const sqs = createAwsFetch(env, { service: "sqs", timeoutMs: 5_000 });
  const sqsUrl = awsEndpoint(env, "SQS", `https://sqs.${requireVariable(env, "AWS_REGION")}.amazonaws.com`);
  const door = connectDoor(env, settings.graphqlUrlParameter);
  const ports = {
    store: createCeremonyStore(door),
    events: createEventStore(door),
    hosts: createHostStore(door),
    archives: createArchiveStore(settings.photoBucket),
    queue: createWorkQueue(createQueueSender(sqs), settings.exportQueueUrl),
    clock: Date.now,
    mostPartBytes: MOST_PART_BYTES,
  } satisfies ArchiverPorts;
  return { ports, retrySoon: createRetrySoon(sqs, sqsUrl) };
}

export const handler: SQSHandler = async ({ Records }) => {
  const { ports, retrySoon } = connected(process.env);
  // The queue's mapping hands over one message at a time.
  for (const record of Records)
    await orRetrySoon(record, retrySoon, () => carryOn(ports, messageShape.parse(JSON.parse(record.body))));
};
