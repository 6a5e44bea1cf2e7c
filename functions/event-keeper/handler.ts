import { createEndingStore } from "../shared/adapters/ending-graphql.ts";
import { createEventStore } from "../shared/adapters/event-graphql.ts";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { createAwsFetch } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import type { Environment } from "../shared/env.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { type KeeperEnvironment, readKeeperEnvironment } from "./environment.ts";
import { type KeeperPorts, keepEvents } from "./keep-events.ts";

const connected = rememberConnection(readKeeperEnvironment, connect);

function connect(settings: KeeperEnvironment, env: Environment): KeeperPorts {
  const door = connectDoor(env, settings.graphqlUrlParameter);
  const send = createQueueSender(createAwsFetch(env, { service: "sqs", timeoutMs: 3_000 }));
  return {
    hosts: createHostStore(door),
    events: createEventStore(door),
    ending: createEndingStore(door),
    queue: createWorkQueue(send, settings.orderQueueUrl),
    clock: Date.now,
    measure: (name, value) =>
      log.metric(name, { value, unit: "Count", at: Date.now(), functionName: settings.functionName }),
  };
}

/** Called by the schedule, every hour. */
export const handler = async (): Promise<void> => {
  try {
    await keepEvents(connected(process.env));
  } catch (error) {
    log.error("event-keeper-failed", describeError(error));
    throw error;
  }
};
