import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { md5OfAttributes, md5OfBody } from "./digest.ts";
import type { MessageAttributes, ReceivedMessage } from "./message.ts";
import { type Operations, permittedQueue } from "./operation.ts";

const schema = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
  MessageAttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  AttributeNames: z.array(z.string()).default([]),
});

export const receiveOperation: Operations = {
  async ReceiveMessage(input, context) {
    const request = parseInput(schema, input, "InvalidParameterValue");
    const queue = permittedQueue(request.QueueUrl, "sqs:ReceiveMessage", context);
    const visibilitySeconds = request.VisibilityTimeout;
    const received = await queue.receive({
      max: request.MaxNumberOfMessages,
      waitMs: (request.WaitTimeSeconds ?? queue.settings.ReceiveMessageWaitTimeSeconds) * 1000,
      visibilityMs: visibilitySeconds === undefined ? undefined : visibilitySeconds * 1000,
      signal: context.signal,
    });
    const systemNames = [...request.MessageSystemAttributeNames, ...request.AttributeNames];
    const show = (one: ReceivedMessage) => shown(one, systemNames, request.MessageAttributeNames);
    return received.length === 0 ? {} : { Messages: received.map(show) };
  },
};

function shown(received: ReceivedMessage, systemNames: readonly string[], attributeNames: readonly string[]) {
  const { message, receiptHandle } = received;
  const system = Object.entries(systemAttributes(received)).filter(
    ([name]) => systemNames.includes("All") || systemNames.includes(name),
  );
  const attributes = chosen(message.attributes, attributeNames);
  const MD5OfMessageAttributes = md5OfAttributes(attributes);
  return {
    MessageId: message.id,
    ReceiptHandle: receiptHandle,
    Body: message.body,
    MD5OfBody: md5OfBody(message.body),
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
    ...(MD5OfMessageAttributes !== undefined && { MessageAttributes: attributes, MD5OfMessageAttributes }),
  };
}

/** What the queue itself knows about a delivery, in SQS's names. */
export function systemAttributes({ message, deliveries }: ReceivedMessage): Readonly<Record<string, string>> {
  return {
    ApproximateReceiveCount: String(deliveries.count),
    SentTimestamp: String(message.sentAtMs),
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: String(deliveries.firstAtMs ?? message.sentAtMs),
    ...(message.deadLetterSourceArn !== undefined && {
      DeadLetterQueueSourceArn: message.deadLetterSourceArn,
    }),
  };
}

/** `All`, `.*`, a name, or the beginning of names as `prefix.*`. */
function chosen(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const wanted = (attribute: string) =>
    names.some(
      (name) =>
        name === "All" ||
        name === attribute ||
        (name.endsWith(".*") && attribute.startsWith(name === ".*" ? "" : name.slice(0, -1))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted(name)));
}
