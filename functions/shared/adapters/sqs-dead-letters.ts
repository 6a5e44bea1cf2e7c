import * as z from "zod";
import type { AwsFetch } from "../aws-fetch.ts";
import type { DeadLetters, RestingLetters } from "../ports/dead-letters.ts";
import { together } from "../together.ts";
import { callSqs, countMessages } from "./sqs-call.ts";

const receivedShape = z.object({
  Messages: z
    .array(
      z.object({
        MessageId: z.string(),
        ReceiptHandle: z.string(),
        Body: z.string(),
        Attributes: z.object({ SentTimestamp: z.coerce.number() }),
      }),
    )
    .default([]),
});

/** A queue's dead letters, by SQS. */
export function createDeadLetters(
  fetch: AwsFetch,
  { queueUrl, deadLettersUrl }: { readonly queueUrl: string; readonly deadLettersUrl: string },
): DeadLetters {
  return {
    ...createRestingLetters(fetch, deadLettersUrl),
    async sendAgain({ body }) {
      await callSqs(fetch, "SendMessage", { QueueUrl: queueUrl, MessageBody: body });
    },
  };
}

/** The same for who sends none of them again. */
export function createRestingLetters(fetch: AwsFetch, deadLettersUrl: string): RestingLetters {
  const call = (operation: string, input: object): Promise<unknown> =>
    callSqs(fetch, operation, { QueueUrl: deadLettersUrl, ...input });
  return {
    count: () => countMessages(fetch, deadLettersUrl),
    async take(holdSeconds) {
      const answer = await call("ReceiveMessage", {
        MaxNumberOfMessages: 10,
        VisibilityTimeout: holdSeconds,
        // Without waiting SQS asks only some of its servers.
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ["SentTimestamp"],
      });
      return receivedShape.parse(answer).Messages.map((message) => ({
        messageId: message.MessageId,
        body: message.Body,
        sentAt: message.Attributes.SentTimestamp,
        handle: message.ReceiptHandle,
      }));
    },
    async putBack(messages) {
      await together(
        messages.map(({ handle }) =>
          call("ChangeMessageVisibility", { ReceiptHandle: handle, VisibilityTimeout: 0 }),
        ),
      );
    },
    async remove({ handle }) {
      await call("DeleteMessage", { ReceiptHandle: handle });
    },
  };
}
