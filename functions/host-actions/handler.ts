import { randomInt, randomUUID } from "node:crypto";
import * as z from "zod";
import { createCeremonyStore } from "../shared/adapters/ceremony-graphql.ts";
import { createHostNames } from "../shared/adapters/cognito.ts";
import { createEventStore } from "../shared/adapters/event-graphql.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createArchiveAddresses } from "../shared/adapters/s3-archive-addresses.ts";
import { createPictureAddresses } from "../shared/adapters/s3-addresses.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { awsEndpoint, bucketAddress, createAwsFetch, signingKeyOf } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { type Environment, requireVariable } from "../shared/env.ts";
import { describeError, Fault } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { type HostEnvironment, readHostEnvironment } from "./environment.ts";
import type { HostPorts } from "./host-ports.ts";
import { refusedByEnd } from "./refuse-ended.ts";
import { operations } from "./orders.ts";

const payloadShape = z.object({
  action: z.string(),
  actor: z.string().min(1),
  username: z.string().min(1),
  args: z.unknown(),
});

const RANDOM_STEPS = 2 ** 32;

const connected = rememberConnection(readHostEnvironment, connect);

function connect(settings: HostEnvironment, env: Environment): HostPorts {
  const send = createQueueSender(createAwsFetch(env, { service: "sqs", timeoutMs: 3_000 }));
  const region = requireVariable(env, "AWS_REGION");
  const door = connectDoor(env, settings.graphqlUrlParameter);
  return {
    hosts: createHostStore(door),
    events: createEventStore(door),
    names: createHostNames(
      createAwsFetch(env, { service: "cognito-idp", timeoutMs: 3_000 }),
      awsEndpoint(env, "COGNITO_IDENTITY_PROVIDER", `https://cognito-idp.${region}.amazonaws.com`),
      settings.userPoolId,
    ),
    pictures: createPictureAddresses(
      bucketAddress(env, settings.photoBucket),
      signingKeyOf(env, "s3"),
      Date.now,
    ),
    queue: createWorkQueue(send, settings.chatQueueUrl),
    orderQueue: createWorkQueue(send, settings.orderQueueUrl),
    exportQueue: createWorkQueue(send, settings.exportQueueUrl),
    rehearsalQueue: createWorkQueue(send, settings.rehearsalQueueUrl),
    photos: createCeremonyStore(door),
    archives: createArchiveAddresses(
      bucketAddress(env, settings.photoBucket),
      signingKeyOf(env, "s3"),
      Date.now,
    ),
    clock: Date.now,
    newId: randomUUID,
    random: () => randomInt(RANDOM_STEPS) / RANDOM_STEPS,
  };
}

/** The payload is what the resolver sends; a fault becomes the resolver's own words. */
export const handler = async (payload: unknown): Promise<unknown> => {
  try {
    const { action, actor, username, args } = payloadShape.parse(payload);
    const operation = operations.get(action);
    if (operation === undefined) throw new Fault("unexpected", `no operation ${action}`);
    const ports = connected(process.env);
    const refused = await refusedByEnd(ports, action, args);
    if (refused !== undefined) return refused;
    const actorName = await ports.names.nameOf(username);
    return await operation.carryOut(ports, { action, actor, actorName }, args);
  } catch (error) {
    log.error("host-action-failed", describeError(error));
    throw error;
  }
};
