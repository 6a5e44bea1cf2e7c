import {
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { describe, expect, it, vi } from "vitest";
import type { PolicyDocument } from "../../local/aws/iam/policy.ts";
import type { EventSourceMappingOptions } from "../../local/aws/lambda/event-source-mapping.ts";
import { openLambda, type DeployOptions } from "./lambda-stack.ts";

const arn = (name: string) => `arn:aws:sqs:ap-northeast-1:123456789012:${name}`;
const QueueUrl = "http://127.0.0.1/123456789012/photos";
const sleep = "const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));";
const consumer = (...actions: string[]): readonly PolicyDocument[] => [
  {
    Statement: { Effect: "Allow", Action: actions.map((action) => `sqs:${action}`), Resource: arn("photos") },
  },
];
const rights = consumer("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");

interface Setup extends Partial<EventSourceMappingOptions> {
  readonly visibilitySeconds?: number;
  readonly maxReceiveCount?: number;
  readonly deployment?: DeployOptions;
}

/** A function behind a queue; `printed` is what the function printed, as JSON. */
async function openConsumer(code: string, setup: Setup = {}) {
  const { visibilitySeconds = 30, maxReceiveCount, deployment = {}, ...mapping } = setup;
  const opened = await openLambda();
  const { queues, lambda, deploy, lines } = opened;
  queues.createQueue({ name: "dead" });
  const redrive = maxReceiveCount && { RedrivePolicy: { deadLetterTargetArn: arn("dead"), maxReceiveCount } };
  queues.createQueue({ name: "photos", attributes: { VisibilityTimeout: visibilitySeconds, ...redrive } });
  deploy("worker", `${sleep} export const handler = async (event) => { ${code} };`, {
    policies: rights,
    timeoutSeconds: 1,
    ...deployment,
  });
  const connect = () =>
    lambda.createEventSourceMapping({ functionName: "worker", queue: arn("photos"), ...mapping }, queues);
  const sqs = new SQSClient(opened.asAdministrator);
  const send = (...bodies: string[]) =>
    sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: bodies.map((MessageBody, id) => ({ Id: `${id}`, MessageBody })),
      }),
    );
  const printed = () =>
    lines
      .filter((line) => line.startsWith("worker: {") || line.startsWith("worker: ["))
      .map((line) => JSON.parse(line.slice(8)));
  const counts = () => queues.counts("photos");
  return { ...opened, connect, sqs, send, printed, counts };
}

const print = "console.log(JSON.stringify(event.Records.map(({ body }) => body)));";

describe("an event source mapping", () => {
  it("hands messages over as AWS's records and deletes them", async () => {
    const { connect, sqs, printed, counts } = await openConsumer("console.log(JSON.stringify(event));");
    connect();
    const sent = await sqs.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: "hello",
        MessageAttributes: {
          kind: { DataType: "String", StringValue: "image" },
          raw: { DataType: "Binary", BinaryValue: Buffer.from([1, 2]) },
        },
      }),
    );
    await vi.waitFor(() => expect(printed()).toHaveLength(1), { timeout: 5000 });
    expect(printed()).toEqual([
      {
        Records: [
          {
            messageId: sent.MessageId,
            receiptHandle: expect.any(String),
            body: "hello",
            attributes: {
              ApproximateReceiveCount: "1",
              SentTimestamp: expect.stringMatching(/^\d{13}$/),
              SenderId: expect.any(String),
              ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
            },
            messageAttributes: {
              kind: { stringValue: "image", stringListValues: [], binaryListValues: [], dataType: "String" },
              raw: { binaryValue: "AQI=", stringListValues: [], binaryListValues: [], dataType: "Binary" },
            },
            md5OfMessageAttributes: sent.MD5OfMessageAttributes,
            md5OfBody: "5d41402abc4b2a76b9719d911017c592",
            eventSource: "aws:sqs",
            eventSourceARN: arn("photos"),
            awsRegion: "ap-northeast-1",
          },
        ],
      },
    ]);
    await vi.waitFor(() => expect(counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 }));
  });

  it("hands over what waited already, in batches", async () => {
    const { connect, send, printed } = await openConsumer(print, { batchSize: 2 });
    await send("a", "b", "c");
    connect();
    await vi.waitFor(() => expect(printed()).toHaveLength(2), { timeout: 5000 });
    expect(printed().toSorted()).toEqual([["a", "b"], ["c"]]);
  });

  it("gathers during its batching window", async () => {
    const { connect, send, printed } = await openConsumer(print, {
      batchSize: 20,
      maximumBatchingWindowSeconds: 1,
    });
    connect();
    await send("a");
    await send("b");
    await vi.waitFor(() => expect(printed()).toHaveLength(1), { timeout: 5000 });
    expect(printed()).toEqual([["a", "b"]]);
  });

  it("never runs more batches at a time than it may", async () => {
    const code =
      "globalThis.console.log(JSON.stringify({ start: Date.now() })); await sleep(150); console.log(JSON.stringify({ end: Date.now() }));";
    const { connect, send, printed, counts } = await openConsumer(code, {
      batchSize: 1,
      maximumConcurrency: 2,
    });
    await send(...Array.from({ length: 6 }, (_, index) => `m${index}`));
    connect();
    await vi.waitFor(() => expect(printed()).toHaveLength(12), { timeout: 10_000 });
    const moments = printed().flatMap(({ start, end }) => (start ? [[start, 1]] : [[end, -1]]));
    moments.sort(([a, up], [b, down]) => a - b || up - down);
    let running = 0;
    const most = Math.max(...moments.map(([, change]) => (running += change)));
    expect(most).toBe(2);
    await vi.waitFor(() => expect(counts().inFlight).toBe(0));
  });
});

describe("failures", () => {
  it("deletes only what the function did not report", async () => {
    const code = `return { batchItemFailures: event.Records.filter(({ body }) => body === "bad")
      .map(({ messageId }) => ({ itemIdentifier: messageId })) };`;
    const { connect, send, counts } = await openConsumer(code, {
      reportBatchItemFailures: true,
    });
    await send("good", "bad", "fine");
    connect();
    await vi.waitFor(() => expect(counts()).toEqual({ visible: 0, inFlight: 1, delayed: 0 }), {
      timeout: 5000,
    });
  });

  it.each([
    ["a thrown error", true, "throw new Error('no');"],
    ["an unknown id", true, "return { batchItemFailures: [{ itemIdentifier: 'unknown' }] };"],
    [
      "an answer of another form",
      true,
      "return { batchItemFailures: [{ id: event.Records[0].messageId }] };",
    ],
    ["a timeout", false, "await sleep(5000);"],
  ])("keeps the whole batch after %s", async (_, reportBatchItemFailures, code) => {
    const { connect, send, printed } = await openConsumer(`${print} ${code}`, {
      reportBatchItemFailures,
      visibilitySeconds: 1,
    });
    await send("a", "b");
    connect();
    // Both come again when their visibility timeout is over: nothing of the batch was deleted.
    await vi.waitFor(() => expect(printed().flat().toSorted()).toEqual(["a", "a", "b", "b"]), {
      timeout: 5000,
    });
  });

  it("ignores reports when it was not asked to look at them", async () => {
    const code =
      "return { batchItemFailures: event.Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };";
    const { connect, send, counts } = await openConsumer(code);
    await send("a", "b");
    connect();
    await vi.waitFor(() => expect(counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 }), {
      timeout: 5000,
    });
  });

  it("brings a poison message to the dead letters, and every error to the log", async () => {
    const { connect, send, sqs, queues, lines } = await openConsumer("throw new Error('poison');", {
      visibilitySeconds: 1,
      maxReceiveCount: 2,
    });
    connect();
    await send("x");
    await vi.waitFor(() => expect(queues.counts("dead").visible).toBe(1), { timeout: 10_000 });
    expect(lines.filter((line) => line.includes("Invoke Error") && line.includes("poison"))).toHaveLength(2);
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: "http://x/123456789012/dead" }),
    );
    expect(Messages?.map((one) => one.Body)).toEqual(["x"]);
  });

  it("tries a throttled function again without losing the message", async () => {
    const { connect, send, counts, lambda, printed } = await openConsumer(`${print} await sleep(400);`, {
      deployment: { reservedConcurrency: 1 },
      batchSize: 1,
    });
    const occupied = lambda.invoke("worker", { Records: [{ body: "direct" }] });
    connect();
    await send("a");
    await occupied;
    await vi.waitFor(() => expect(printed()).toEqual([["direct"], ["a"]]), { timeout: 5000 });
    await vi.waitFor(() => expect(counts()).toEqual({ visible: 0, inFlight: 0, delayed: 0 }));
  });
});

describe("what AWS would refuse", () => {
  it.each<[string, Setup, string]>([
    [
      "a role that may not receive",
      { deployment: { policies: consumer("DeleteMessage", "GetQueueAttributes") } },
      "does not have permissions to call ReceiveMessage on SQS",
    ],
    [
      "a role that may not delete",
      { deployment: { policies: consumer("ReceiveMessage", "GetQueueAttributes") } },
      "sqs:DeleteMessage on resource: arn:aws:sqs:ap-northeast-1:123456789012:photos",
    ],
    [
      "a visibility timeout below the function's",
      { visibilitySeconds: 0 },
      "is less than Function timeout: 1 seconds",
    ],
    ["a concurrency of 1", { maximumConcurrency: 1 }, "not between 2 and 1000"],
    ["a large batch without a window", { batchSize: 11 }, "Maximum batch window"],
  ])("refuses %s", async (_, setup, message) => {
    const { connect } = await openConsumer("", setup);
    expect(connect).toThrow(message);
  });
});
