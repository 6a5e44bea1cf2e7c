import {
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  type SendMessageCommandInput,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { onTestFinished } from "vitest";
import type { FaultPlan } from "../../local/faults/fault-plan.ts";
import { Faults } from "../../local/faults/faults.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { openGateway } from "./open-gateway.ts";

export const arn = (name: string) => `arn:aws:sqs:ap-northeast-1:123456789012:${name}`;
/** Any origin will do: queues are found by the last part. */
export const QueueUrl = "http://127.0.0.1:1/123456789012/photos";
export const redrive = { RedrivePolicy: { deadLetterTargetArn: arn("dead"), maxReceiveCount: 2 } };

/** A clock that only the test moves. */
function handClock() {
  let now = 1_700_000_000_000;
  return { now: () => now, forward: (ms: number) => (now += ms) };
}

/** The queues `photos` and `dead` with a clock of the test, their client and shorthands for it. */
export async function openQueues(
  options: { directory?: string; attributes?: Record<string, unknown>; plan?: FaultPlan } = {},
) {
  const clock = handClock();
  const { directory, attributes = {}, plan = {} } = options;
  const faults = new Faults(plan);
  const queues = createQueues({
    clock: clock.now,
    faults,
    origin: () => "http://here",
    ...(directory && { directory }),
  });
  onTestFinished(() => queues.close());
  queues.createQueue({ name: "dead" });
  queues.createQueue({ name: "photos", attributes });
  const opened = await openGateway({ jsonServices: [queues] });
  const sqs = new SQSClient(opened.asAdministrator);
  const forward = (ms: number) => {
    clock.forward(ms);
    queues.tick();
  };
  const send = (MessageBody: string, more: Partial<SendMessageCommandInput> = {}) =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...more }));
  const receive = async (more: Partial<ReceiveMessageCommandInput> = {}) =>
    (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))).Messages ??
    [];
  const bodies = async (more: Partial<ReceiveMessageCommandInput> = {}) =>
    (await receive(more)).map((one) => one.Body);
  return { queues, faults, opened, sqs, clock, forward, send, receive, bodies };
}
