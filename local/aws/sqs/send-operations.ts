import { randomUUID } from "node:crypto";
import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError, type Caller } from "../service.ts";
import { batchSchema, checkEntries, forEachEntry } from "./batch.ts";
import { md5OfAttributes, md5OfBody, sizeOf } from "./digest.ts";
import type { Message } from "./message.ts";
import { type Operations, permittedQueue } from "./operation.ts";
import type { NewMessage } from "./queue-options.ts";

const MAX_REQUEST_BYTES = 1_048_576;
const MAX_ATTRIBUTES = 10;

const attributeSchema = z.object({
  DataType: z.string().regex(/^(String|Number|Binary)(\..+)?$/),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
const messageShape = {
  MessageBody: z.string(),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string().regex(/^[\w.-]{1,256}$/), attributeSchema).default({}),
  MessageSystemAttributes: z.record(z.string(), z.unknown()).default({}),
  MessageDeduplicationId: z.undefined("MessageDeduplicationId is for FIFO queues only").optional(),
};
const sendSchema = z.object({ QueueUrl: z.string(), ...messageShape });
const sendBatchSchema = batchSchema(messageShape);
type Given = z.output<typeof sendSchema> | z.output<typeof sendBatchSchema>["Entries"][number];

export const sendOperations: Operations = {
  SendMessage(input, context) {
    const request = parseInput(sendSchema, input, "InvalidParameterValue");
    const queue = permittedQueue(request.QueueUrl, "sqs:SendMessage", context);
    const added = accept(
      request,
      queue.settings.MaximumMessageSize,
      context.caller,
      context.registry.clock(),
    );
    queue.send([added]);
    return sent(added.message);
  },

  SendMessageBatch(input, context) {
    const { QueueUrl, Entries } = parseInput(sendBatchSchema, input, "InvalidParameterValue");
    const queue = permittedQueue(QueueUrl, "sqs:SendMessage", context);
    checkEntries(Entries);
    const bytes = Entries.reduce((sum, entry) => sum + sizeOf(entry.MessageBody, entry.MessageAttributes), 0);
    if (bytes > MAX_REQUEST_BYTES) {
      const message = `Batch requests cannot be longer than ${MAX_REQUEST_BYTES} bytes. You have sent ${bytes} bytes.`;
      throw new AwsError("BatchRequestTooLong", message);
    }
    const added: NewMessage[] = [];
    const result = forEachEntry(Entries, (entry) => {
      const one = accept(entry, queue.settings.MaximumMessageSize, context.caller, context.registry.clock());
      added.push(one);
      return sent(one.message);
    });
    queue.send(added);
    return result;
  },
};

function accept(given: Given, maxBytes: number, caller: Caller, now: number): NewMessage {
  const { MessageBody: body, MessageAttributes: attributes, DelaySeconds } = given;
  checkBody(body);
  checkAttributes(attributes);
  if (sizeOf(body, attributes) > maxBytes) {
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maxBytes} bytes.`,
    );
  }
  const system = Object.keys(given.MessageSystemAttributes);
  if (system.length > 0) {
    throw new AwsError(
      "UnsupportedOperation",
      `System attribute ${system.join(", ")} is not available locally`,
    );
  }
  const message = { id: randomUUID(), body, attributes, senderId: senderIdOf(caller), sentAtMs: now };
  return { message, delayMs: DelaySeconds === undefined ? undefined : DelaySeconds * 1000 };
}

function checkBody(body: string): void {
  if (body === "")
    throw new AwsError("MissingParameter", "The request must contain the parameter MessageBody.");
  // What XML 1.0 cannot carry: control characters, lone surrogates and two non-characters.
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(body)) {
    throw new AwsError("InvalidMessageContents", "The message contains characters outside the allowed set.");
  }
}

function checkAttributes(attributes: Message["attributes"]): void {
  const names = Object.keys(attributes);
  if (names.length > MAX_ATTRIBUTES) {
    throw invalid(
      `Number of message attributes [${names.length}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`,
    );
  }
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    const [value, other] = DataType.startsWith("Binary")
      ? [BinaryValue, StringValue]
      : [StringValue, BinaryValue];
    if (!value || other !== undefined) {
      throw invalid(
        `The message attribute '${name}' must contain a non-empty value of its type '${DataType}'.`,
      );
    }
  }
}

function sent(message: Message) {
  const MD5OfMessageAttributes = md5OfAttributes(message.attributes);
  return {
    MessageId: message.id,
    MD5OfMessageBody: md5OfBody(message.body),
    ...(MD5OfMessageAttributes !== undefined && { MD5OfMessageAttributes }),
  };
}

/** Has the form of AWS's unique ids: a role's id and the session, or a user's id. */
function senderIdOf({ arn }: Caller): string {
  const session = /:assumed-role\/[^/]+\/(.+)$/.exec(arn)?.[1];
  return session === undefined ? "AIDALOCALUSER0000000" : `AROALOCALROLE0000000:${session}`;
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidParameterValue", message);
}
