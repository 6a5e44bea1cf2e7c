import { randomUUID } from "node:crypto";
import * as z from "zod";
import { parseInput } from "../gateway/parse-input.ts";
import { AwsError } from "../service.ts";
import type { Message } from "./message.ts";
import { type OperationContext, type Operations, permittedQueue } from "./operation.ts";

const schema = z.object({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.number().int().min(1).max(500).optional(),
});

/** Sending dead letters back. The move is over when the call returns, so its speed limit changes nothing. */
export const moveTaskOperations: Operations = {
  StartMessageMoveTask(input, context) {
    const { SourceArn, DestinationArn } = parseInput(schema, input, "InvalidParameterValue");
    for (const action of ["sqs:StartMessageMoveTask", "sqs:ReceiveMessage", "sqs:DeleteMessage"]) {
      permittedQueue(SourceArn, action, context);
    }
    const source = permittedQueue(SourceArn, "sqs:GetQueueAttributes", context);
    const sources = sourcesOf(SourceArn, context);
    if (sources.length === 0) {
      throw new AwsError("InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.");
    }
    if (DestinationArn !== undefined) permittedQueue(DestinationArn, "sqs:SendMessage", context);
    else for (const arn of sources) permittedQueue(arn, "sqs:SendMessage", context);
    source.moveAll((message) => {
      const { id: _, deadLetterSourceArn, ...rest } = message;
      const target = DestinationArn ?? deadLetterSourceArn ?? sources[0] ?? SourceArn;
      // As on AWS: a message that is sent back is a new one, with its own id and time.
      const fresh: Message = { ...rest, id: randomUUID(), sentAtMs: context.registry.clock() };
      context.registry.get(target).queue.send([{ message: fresh }]);
    });
    return {
      TaskHandle: Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: SourceArn })).toString(
        "base64",
      ),
    };
  },
};

/** The queues whose dead letters go to this one. */
function sourcesOf(deadLetterArn: string, { registry }: OperationContext): string[] {
  return registry
    .all()
    .filter(({ queue }) => queue.settings.RedrivePolicy?.deadLetterTargetArn === deadLetterArn)
    .map(({ queue }) => queue.arn);
}
