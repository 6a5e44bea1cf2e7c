import { randomUUID } from "node:crypto";
import * as z from "zod";
import { createHostStore } from "../shared/adapters/host-graphql.ts";
import { createQueueSender, createWorkQueue } from "../shared/adapters/sqs.ts";
import { createAwsFetch } from "../shared/aws-fetch.ts";
import { connectDoor } from "../shared/connect-store.ts";
import { describeError } from "../shared/fault.ts";
import { log } from "../shared/log.ts";
import type { Job } from "../shared/ports/host-store.ts";
import { rememberConnection } from "../shared/remember-connection.ts";
import { changeRules, undoRules } from "./change-rules.ts";
import { readHostEnvironment } from "./environment.ts";
import type { HostPorts } from "./host-ports.ts";
import type { Refusal } from "./refusal.ts";

const actor = z.string().min(1);
const orderShape = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("changeRules"),
    actor,
    args: z.object({ eventId: z.string(), rules: z.unknown() }),
  }),
  z.object({ action: z.literal("undoRules"), actor, args: z.object({ eventId: z.string() }) }),
]);

const connected = rememberConnection(readHostEnvironment, (settings, env): HostPorts => ({
  hosts: createHostStore(connectDoor(env, settings.graphqlUrlParameter)),
  queue: createWorkQueue(
    createQueueSender(createAwsFetch(env, { service: "sqs", timeoutMs: 3_000 })),
    settings.chatQueueUrl,
  ),
  clock: Date.now,
  newId: randomUUID,
}));

/** The payload is what the resolver sends; a fault becomes the resolver's own words. */
export const handler = async (payload: unknown): Promise<Job | Refusal> => {
  try {
    const { action, actor: host, args } = orderShape.parse(payload);
    const ports = connected(process.env);
    const order = { action, actor: host, eventId: args.eventId };
    return await ("rules" in args ? changeRules(ports, order, args.rules) : undoRules(ports, order));
  } catch (error) {
    log.error("host-action-failed", describeError(error));
    throw error;
  }
};
