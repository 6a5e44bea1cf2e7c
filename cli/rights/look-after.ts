import { randomUUID } from "node:crypto";
import * as z from "zod";
import { askApi } from "../ask-api.ts";
import { createHostOrders } from "../host-orders.ts";
import { until } from "./until.ts";
import type { Visit } from "./visit.ts";

const pageShape = z.object({ letters: z.array(z.object({ letterId: z.string() })) });
const outcomeShape = z.object({ retried: z.array(z.string()) });

/** As the local host: looks at what was given up of every queue, at alarms and quota, and has all tried again. */
export async function lookAfter({ stack, queues, userId, photos: [photoId = ""] }: Visit): Promise<void> {
  const { endpoints, services } = stack;
  const { userPoolId, userPoolClientId, host, graphqlUrl, eventId } = endpoints;
  const { AccessToken } = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  const ask = async <T>(shape: z.ZodType<T>, query: string, variables: object = {}): Promise<T> =>
    shape.parse(await askApi(graphqlUrl, { Authorization: AccessToken }, query, variables));
  const [guest] = await createHostOrders(graphqlUrl, AccessToken).guests(eventId);
  if (guest === undefined) throw new Error("the event has no guest");
  const settle = { kind: "settle", eventId, guestId: guest.guestId };
  for (const queue of queues) giveUp(stack, queue, settle);
  for (const queue of queues) giveUp(stack, queue, photoMessage(userId, photoId));
  const { letters } = await ask(pageShape, "query { deadLetters { letters { letterId } } }");
  if (letters.length < 2 * queues.length) throw new Error(`only ${letters.length} dead letters are seen`);
  await ask(z.array(z.object({ name: z.string() })).min(1), "query { alarms { name } }");
  await ask(z.object({ used: z.number() }), "query { lineQuota { used } }");
  await ask(z.number(), "query { photosUnderway }");
  const retry = `mutation ($e: ID!) { retryDeadLetters(eventId: $e, all: true) { retried } }`;
  const { retried } = await ask(outcomeShape, retry, { e: eventId });
  if (retried.length < letters.length) throw new Error(`only ${retried.length} letters were tried again`);
  await until("the end of what was tried again", () =>
    queues.every((queue) => {
      const { visible, inFlight } = services.queues.counts(queue);
      return visible + inFlight === 0;
    }),
  );
}

/** Lays a message among the dead letters of a queue, as if it had failed too often. */
export function giveUp({ services: { queues }, faults }: Visit["stack"], name: string, body: object): void {
  const target = queues.queue(name).settings.RedrivePolicy?.deadLetterTargetArn;
  if (target === undefined) throw new Error(`${name} has no dead letters`);
  const message = { id: randomUUID(), body: JSON.stringify(body), attributes: {}, senderId: "rights" };
  const sentAtMs = Date.now() + (faults.plan.clockOffsetMs ?? 0);
  queues.queue(target).send([{ message: { ...message, sentAtMs } }]);
}

function photoMessage(userId: string, photoId: string): object {
  const source = { type: "user", userId };
  const message = { type: "image", id: photoId, contentProvider: { type: "line" } };
  const replyToken = randomUUID().replaceAll("-", "");
  return {
    kind: "line-event",
    event: {
      type: "message",
      timestamp: Date.now(),
      source,
      replyToken,
      webhookEventId: randomUUID(),
      message,
    },
  };
}
