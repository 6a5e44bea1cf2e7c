import { REGION } from "../service.ts";
import { md5OfAttributes, md5OfBody } from "../sqs/digest.ts";
import type { MessageAttributes, ReceivedMessage } from "../sqs/message.ts";
import { systemAttributes } from "../sqs/receive-operation.ts";

/** The event that Lambda makes of a batch of messages. */
export function sqsEvent(queueArn: string, batch: readonly ReceivedMessage[]) {
  return { Records: batch.map((received) => record(queueArn, received)) };
}

function record(queueArn: string, received: ReceivedMessage) {
  const { message, receiptHandle } = received;
  const md5OfMessageAttributes = md5OfAttributes(message.attributes);
  return {
    messageId: message.id,
    receiptHandle,
    body: message.body,
    attributes: systemAttributes(received),
    messageAttributes: inLambdasForm(message.attributes),
    ...(md5OfMessageAttributes !== undefined && { md5OfMessageAttributes }),
    md5OfBody: md5OfBody(message.body),
    eventSource: "aws:sqs",
    eventSourceARN: queueArn,
    awsRegion: REGION,
  };
}

function inLambdasForm(attributes: MessageAttributes) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
        stringListValues: [],
        binaryListValues: [],
        dataType: DataType,
      },
    ]),
  );
}
