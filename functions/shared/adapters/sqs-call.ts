import * as z from "zod";
import type { AwsFetch } from "../aws-fetch.ts";
import { Fault } from "../fault.ts";

const attributesShape = z.object({
  Attributes: z.object({
    ApproximateNumberOfMessages: z.coerce.number(),
    ApproximateNumberOfMessagesNotVisible: z.coerce.number(),
  }),
});

/** How many messages there are in a queue, roughly; those that somebody holds included. Fault: `queue-refused`. */
export async function countMessages(fetch: AwsFetch, QueueUrl: string): Promise<number> {
  const AttributeNames = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
  const answer = await callSqs(fetch, "GetQueueAttributes", { QueueUrl, AttributeNames });
  const { Attributes } = attributesShape.parse(answer);
  return Attributes.ApproximateNumberOfMessages + Attributes.ApproximateNumberOfMessagesNotVisible;
}

/** One call of SQS. Fault: `queue-refused`. */
export async function callSqs(
  fetch: AwsFetch,
  operation: string,
  input: { readonly QueueUrl: string; readonly [member: string]: unknown },
): Promise<unknown> {
  try {
    const response = await fetch(`${new URL(input.QueueUrl).origin}/`, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `AmazonSQS.${operation}`,
      },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${operation} ${response.status}`);
    return response.text() === "" ? {} : response.json();
  } catch (error) {
    throw new Fault("queue-refused", error);
  }
}
