import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { AwsClient } from "aws4fetch";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createQueues, type Queues } from "../../local/aws/sqs/queues.ts";
import { openGateway } from "./open-gateway.ts";

const arn = (name: string) => `arn:aws:sqs:ap-northeast-1:123456789012:${name}`;
const QueueUrl = "http://127.0.0.1:1/123456789012/photos";
const redrive = { RedrivePolicy: { deadLetterTargetArn: arn("dead"), maxReceiveCount: 2 } };

/** A clock that only the test moves. */
function handClock() {
  let now = 1_700_000_000_000;
  return { now: () => now, forward: (ms: number) => (now += ms) };
}

async function start(options: { directory?: string; attributes?: Record<string, unknown> } = {}) {
  const clock = handClock();
  const { directory, attributes = {} } = options;
  const queues = createQueues({
    clock: clock.now,
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
  return { queues, opened, sqs, clock, forward, send, receive, bodies };
}

describe("sending and receiving", () => {
  it("delivers a body with its attributes, whose digests the vendor's client checks", async () => {
    const { send, receive } = await start();
    const sent = await send("写真 😀", {
      MessageAttributes: {
        kind: { DataType: "String", StringValue: "image" },
        size: { DataType: "Number.int", StringValue: "12" },
        bytes: { DataType: "Binary", BinaryValue: Buffer.from([1, 2, 255]) },
      },
    });
    // Computed by AWS's published algorithm with Python's hashlib, independently of the code under test.
    expect(sent.MD5OfMessageAttributes).toBe("a5fa90c969bcde395db3b8020ebafbfc");
    const [message] = await receive({ MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All"] });
    expect(message).toMatchObject({
      MessageId: sent.MessageId,
      Body: "写真 😀",
      MD5OfBody: sent.MD5OfMessageBody,
      MD5OfMessageAttributes: sent.MD5OfMessageAttributes,
      MessageAttributes: { bytes: { BinaryValue: new Uint8Array([1, 2, 255]) }, size: { StringValue: "12" } },
      Attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "1700000000000",
        ApproximateFirstReceiveTimestamp: "1700000000000",
        SenderId: expect.any(String),
      },
    });
  });

  it("shows only the attributes that were asked for", async () => {
    const { send, receive } = await start();
    const text = (StringValue: string) => ({ DataType: "String", StringValue });
    await send("x", { MessageAttributes: { "a.one": text("1"), "a.two": text("2"), b: text("3") } });
    const names = async (MessageAttributeNames: string[]) => {
      const [message] = await receive({ MessageAttributeNames, VisibilityTimeout: 0 });
      return Object.keys(message?.MessageAttributes ?? {});
    };
    expect(await names([])).toEqual([]);
    expect(await names(["b"])).toEqual(["b"]);
    expect(await names(["a.*"])).toEqual(["a.one", "a.two"]);
    expect(await names([".*"])).toEqual(["a.one", "a.two", "b"]);
  });

  it("answers a long poll as soon as something arrives, with as many as there are", async () => {
    const { send, bodies, queues } = await start();
    const startedAt = performance.now();
    const polled = bodies({ WaitTimeSeconds: 20 });
    await vi.waitFor(() => expect(queues.queue("photos").waiting).toBe(1));
    await send("now");
    expect(await polled).toEqual(["now"]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    await send("1");
    await send("2");
    expect(await bodies({ WaitTimeSeconds: 20 })).toEqual(["1", "2"]);
  });

  it("answers a long poll with nothing when its time is over", async () => {
    const { bodies } = await start();
    const startedAt = performance.now();
    expect(await bodies({ WaitTimeSeconds: 1 })).toEqual([]);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it("hands nothing to a client that hung up", async () => {
    const { send, bodies, queues, sqs } = await start();
    const abort = new AbortController();
    const gone = sqs
      .send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }), { abortSignal: abort.signal })
      .catch((error: Error) => error.name);
    await vi.waitFor(() => expect(queues.queue("photos").waiting).toBe(1));
    abort.abort();
    expect(await gone).toBe("AbortError");
    await vi.waitFor(() => expect(queues.queue("photos").waiting).toBe(0));
    await send("kept");
    expect(await bodies()).toEqual(["kept"]);
  });

  it("sends up to ten at once and reports each for itself", async () => {
    const { sqs, bodies } = await start();
    const { Successful, Failed } = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: "good", MessageBody: "a" },
          { Id: "bad", MessageBody: "\u0000" },
        ],
      }),
    );
    expect(Successful).toMatchObject([{ Id: "good", MD5OfMessageBody: "0cc175b9c0f1b6a831c399e269772661" }]);
    expect(Failed).toMatchObject([{ Id: "bad", SenderFault: true, Code: "InvalidMessageContents" }]);
    expect(await bodies()).toEqual(["a"]);
  });

  it.each([
    ["EmptyBatchRequest", []],
    ["TooManyEntriesInBatchRequest", Array.from({ length: 11 }, (_, id) => `m${id}`)],
    ["BatchEntryIdsNotDistinct", ["a", "a"]],
    ["InvalidBatchEntryId", ["a b"]],
  ])("refuses a batch with %s", async (name, ids) => {
    const { sqs } = await start();
    const Entries = ids.map((Id) => ({ Id, MessageBody: "x" }));
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({
      name,
    });
  });

  it("limits a message, and a batch as a whole, to 1 MiB", async () => {
    const { send, sqs } = await start();
    await send("x".repeat(1_048_576));
    await expect(send("x".repeat(1_048_577))).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const Entries = ["a", "b"].map((Id) => ({ Id, MessageBody: "x".repeat(600_000) }));
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({
      name: "BatchRequestTooLong",
    });
  });

  it("takes a signed fetch without the SDK, as the webhook sends", async () => {
    const { opened, bodies } = await start();
    const aws = new AwsClient({
      ...opened.asAdministrator.credentials,
      region: "ap-northeast-1",
      service: "sqs",
    });
    const answer = await aws.fetch(`${opened.origin}/123456789012/photos`, {
      method: "POST",
      headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "AmazonSQS.SendMessage" },
      body: JSON.stringify({ QueueUrl, MessageBody: "signed" }),
    });
    expect(answer.status).toBe(200);
    expect(await bodies()).toEqual(["signed"]);
  });
});

describe("visibility", () => {
  it("hides a received message until its timeout and counts its deliveries", async () => {
    const { send, receive, bodies, forward } = await start({ attributes: { VisibilityTimeout: 30 } });
    await send("x");
    expect(await bodies()).toEqual(["x"]);
    forward(29_999);
    expect(await bodies()).toEqual([]);
    forward(1);
    const [again] = await receive({ MessageSystemAttributeNames: ["ApproximateReceiveCount"] });
    expect(again?.Attributes).toEqual({ ApproximateReceiveCount: "2" });
  });

  it("shows hidden messages again in real time, without anybody asking", async () => {
    const queues = createQueues({ clock: Date.now });
    onTestFinished(() => queues.close());
    queues.createQueue({ name: "photos" });
    const { asAdministrator } = await openGateway({ jsonServices: [queues] });
    const sqs = new SQSClient(asAdministrator);
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "later", DelaySeconds: 1 }));
    const startedAt = performance.now();
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
    expect(Messages?.map((one) => one.Body)).toEqual(["later"]);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it("changes the timeout of a message in flight, one or many", async () => {
    const { send, receive, bodies, sqs, forward } = await start();
    await send("x");
    const [first] = await receive();
    const change = (VisibilityTimeout: number, ReceiptHandle = first?.ReceiptHandle) =>
      sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }));
    await change(100);
    forward(99_000);
    expect(await bodies()).toEqual([]);
    await change(0);
    const [second] = await receive();
    expect(second?.Body).toBe("x");
    await expect(change(5)).rejects.toMatchObject({ name: "MessageNotInflight" });
    await expect(change(5, "nonsense")).rejects.toMatchObject({ name: "ReceiptHandleIsInvalid" });
    const Entries = [
      { Id: "a", ReceiptHandle: second?.ReceiptHandle, VisibilityTimeout: 0 },
      { Id: "b", ReceiptHandle: "nonsense", VisibilityTimeout: 0 },
    ];
    const batch = await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
    expect(batch.Successful).toMatchObject([{ Id: "a" }]);
    expect(batch.Failed).toMatchObject([{ Id: "b", Code: "ReceiptHandleIsInvalid" }]);
    expect(await bodies()).toEqual(["x"]);
  });

  it("deletes by the latest handle, even after the timeout, but not by an older one", async () => {
    const { send, receive, sqs, queues, forward } = await start();
    const remove = (ReceiptHandle: string | undefined) =>
      sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    await send("x");
    const [first] = await receive();
    forward(30_000);
    const [second] = await receive();
    await remove(first?.ReceiptHandle);
    expect(queues.counts("photos").inFlight).toBe(1);
    forward(30_000);
    expect(queues.counts("photos").visible).toBe(1);
    await remove(second?.ReceiptHandle);
    expect(queues.counts("photos")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    await expect(remove("nonsense")).rejects.toMatchObject({ name: "ReceiptHandleIsInvalid" });
  });

  it("deletes many at once", async () => {
    const { send, receive, sqs, queues } = await start();
    await send("a");
    await send("b");
    const Entries = (await receive()).map(({ ReceiptHandle }, id) => ({ Id: `m${id}`, ReceiptHandle }));
    const { Successful } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(Successful).toHaveLength(2);
    expect(queues.counts("photos").inFlight).toBe(0);
  });

  it("delays by message and by queue", async () => {
    const { send, bodies, queues, forward } = await start({ attributes: { DelaySeconds: 10 } });
    await send("queue's delay");
    await send("own delay", { DelaySeconds: 40 });
    await send("none", { DelaySeconds: 0 });
    expect(queues.counts("photos")).toEqual({ visible: 1, inFlight: 0, delayed: 2 });
    expect(await bodies()).toEqual(["none"]);
    forward(10_000);
    expect(await bodies()).toEqual(["queue's delay"]);
    forward(30_000);
    expect(await bodies()).toContain("own delay");
  });

  it("forgets what is older than the retention period, wherever it is", async () => {
    const { send, bodies, queues, forward } = await start({ attributes: { MessageRetentionPeriod: 60 } });
    await send("in flight");
    await bodies();
    await send("visible");
    await send("delayed", { DelaySeconds: 900 });
    forward(59_999);
    expect(queues.counts("photos")).toEqual({ visible: 2, inFlight: 0, delayed: 1 });
    forward(1);
    expect(queues.counts("photos")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });
});

describe("dead letters", () => {
  it("moves a message that was received too often, with its history, and back as a new one", async () => {
    const { send, receive, bodies, sqs, forward } = await start({ attributes: redrive });
    const { MessageId } = await send("poison");
    for (const _ of [1, 2]) {
      expect(await bodies()).toEqual(["poison"]);
      forward(30_000);
    }
    expect(await bodies()).toEqual([]);
    const dead = { QueueUrl: "http://x/123456789012/dead" };
    const [letter] = await receive({ ...dead, MessageSystemAttributeNames: ["All"], VisibilityTimeout: 0 });
    expect(letter).toMatchObject({
      MessageId,
      Body: "poison",
      Attributes: { DeadLetterQueueSourceArn: arn("photos"), SentTimestamp: "1700000000000" },
    });
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn("dead") }));
    expect(await receive(dead)).toEqual([]);
    const [fresh] = await receive({ MessageSystemAttributeNames: ["All"] });
    expect(fresh).toMatchObject({ Body: "poison", Attributes: { ApproximateReceiveCount: "1" } });
    expect(fresh?.MessageId).not.toBe(MessageId);
    expect(fresh?.Attributes).not.toHaveProperty("DeadLetterQueueSourceArn");
  });

  it("refuses to move from a queue that takes no dead letters", async () => {
    const { sqs } = await start();
    await expect(
      sqs.send(new StartMessageMoveTaskCommand({ SourceArn: arn("photos") })),
    ).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });

  it("refuses a redrive policy whose target does not exist", () => {
    const queues = createQueues({ clock: Date.now });
    expect(() => queues.createQueue({ name: "photos", attributes: redrive })).toThrow(/dead does not exist/);
  });
});

describe("queues", () => {
  it("finds, lists and describes them", async () => {
    const { sqs, send } = await start({
      attributes: { ...redrive, VisibilityTimeout: 180, SqsManagedSseEnabled: true },
    });
    expect(await sqs.send(new GetQueueUrlCommand({ QueueName: "photos" }))).toMatchObject({
      QueueUrl: "http://here/123456789012/photos",
    });
    expect((await sqs.send(new ListQueuesCommand({ QueueNamePrefix: "pho" }))).QueueUrls).toEqual([
      "http://here/123456789012/photos",
    ]);
    await send("x");
    await send("y", { DelaySeconds: 5 });
    const all = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }));
    expect(all.Attributes).toMatchObject({
      QueueArn: arn("photos"),
      ApproximateNumberOfMessages: "1",
      ApproximateNumberOfMessagesDelayed: "1",
      ApproximateNumberOfMessagesNotVisible: "0",
      VisibilityTimeout: "180",
      MaximumMessageSize: "1048576",
      SqsManagedSseEnabled: "true",
      RedrivePolicy: JSON.stringify(redrive.RedrivePolicy),
      CreatedTimestamp: "1700000000",
    });
    const some = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["DelaySeconds"] }),
    );
    expect(some.Attributes).toEqual({ DelaySeconds: "0" });
  });

  it("changes attributes and purges", async () => {
    const { sqs, send, bodies, queues } = await start();
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { DelaySeconds: "7" } }));
    await send("x");
    expect(queues.counts("photos").delayed).toBe(1);
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(queues.counts("photos").delayed).toBe(0);
    expect(await bodies()).toEqual([]);
  });

  it("answers what it does not have or know by name", async () => {
    const { sqs, queues } = await start();
    const nowhere = { QueueUrl: "http://x/123456789012/nowhere", MessageBody: "x" };
    await expect(sqs.send(new SendMessageCommand(nowhere))).rejects.toMatchObject({
      name: "QueueDoesNotExist",
      Code: "AWS.SimpleQueueService.NonExistentQueue",
    });
    await expect(sqs.send(new ListQueueTagsCommand({ QueueUrl }))).rejects.toMatchObject({
      name: "UnknownOperationException",
      message: expect.stringContaining("ListQueueTags"),
    });
    expect(() => queues.createQueue({ name: "f", attributes: { FifoQueue: true } })).toThrow("FIFO");
    expect(() => queues.createQueue({ name: "f", attributes: { Colour: "red" } })).toThrow("Colour");
    expect(() => queues.createQueue({ name: "f", attributes: { VisibilityTimeout: 43_201 } })).toThrow(
      "Visibility",
    );
  });

  it("lets a role do what its policy allows and nothing else", async () => {
    const { opened } = await start();
    const sqs = new SQSClient(
      opened.asRole("webhook", { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: arn("photos") }),
    );
    await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: "a", MessageBody: "x" }] }));
    await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
      name: "AccessDenied",
      message:
        "User: arn:aws:sts::123456789012:assumed-role/webhook/test is not authorized to perform: sqs:ReceiveMessage " +
        `on resource: ${arn("photos")} because no identity-based policy allows the sqs:ReceiveMessage action`,
    });
    const dead = { QueueUrl: "http://x/123456789012/dead", MessageBody: "x" };
    await expect(sqs.send(new SendMessageCommand(dead))).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });
});

describe("the journal", () => {
  function directory() {
    const path = mkdtempSync(join(tmpdir(), "egao-sqs-"));
    onTestFinished(() => rmSync(path, { recursive: true }));
    return path;
  }
  const body = (queues: Queues) => queues.queue("photos").receive({ max: 10, waitMs: 0 });

  it("keeps accepted messages when the process dies without closing anything", async () => {
    const path = directory();
    const before = await start({ directory: path, attributes: redrive });
    await before.send("deleted");
    const [gone] = await before.receive();
    await before.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: gone?.ReceiptHandle }));
    await before.send("in flight", { MessageAttributes: { a: { DataType: "String", StringValue: "1" } } });
    const [held] = await before.receive();
    await before.send("visible");
    await before.send("delayed", { DelaySeconds: 60 });
    // No close: this is what is on the disk at the moment of a kill -9.
    const after = await start({ directory: path, attributes: redrive });
    expect(after.queues.counts("photos")).toEqual({ visible: 2, inFlight: 0, delayed: 1 });
    const again = await after.receive({
      MessageAttributeNames: ["All"],
      MessageSystemAttributeNames: ["All"],
    });
    expect(again.map((one) => [one.Body, one.Attributes?.ApproximateReceiveCount]).sort()).toEqual([
      ["in flight", "2"],
      ["visible", "1"],
    ]);
    expect(again.find((one) => one.MessageId === held?.MessageId)?.MessageAttributes).toEqual({
      a: { DataType: "String", StringValue: "1" },
    });
    after.forward(60_000);
    expect(await after.bodies()).toContain("delayed");
  });

  it("counts deliveries across restarts, so that a poison message still ends in the dead letters", async () => {
    const path = directory();
    for (const _ of [1, 2]) {
      const { queues, send, bodies } = await start({ directory: path, attributes: redrive });
      if (queues.counts("photos").visible === 0) await send("poison");
      expect(await bodies()).toEqual(["poison"]);
    }
    const { queues } = await start({ directory: path, attributes: redrive });
    expect(queues.counts("photos").visible).toBe(0);
    expect(queues.counts("dead").visible).toBe(1);
  });

  it("does not grow for ever, and loses nothing when it is shortened", async () => {
    const path = directory();
    const { queues, send, clock } = await start({ directory: path });
    await send("stays");
    await send("stays delayed", { DelaySeconds: 900 });
    const queue = queues.queue("photos");
    for (let round = 0; round < 2000; round += 1) {
      queue.send([
        {
          message: {
            id: `m${round}`,
            body: "y".repeat(100),
            attributes: {},
            senderId: "s",
            sentAtMs: clock.now(),
          },
        },
      ]);
      for (const { message, receiptHandle } of await queue.receive({ max: 10, waitMs: 0, visibilityMs: 0 })) {
        if (message.body !== "stays") queue.delete(receiptHandle);
      }
    }
    expect(readFileSync(join(path, "photos.journal")).length).toBeLessThan(500_000);
    const reopened = await start({ directory: path });
    expect(reopened.queues.counts("photos")).toEqual({ visible: 1, inFlight: 0, delayed: 1 });
  });

  it("drops a last line that was cut short, goes on after it, and refuses any other damage", async () => {
    const path = directory();
    const file = join(path, "photos.journal");
    const first = await start({ directory: path });
    await first.send("whole");
    writeFileSync(file, `${readFileSync(file, "utf8")}{"kind":"sent","mess`);
    const second = await start({ directory: path });
    await second.send("after");
    const third = await start({ directory: path });
    expect((await body(third.queues)).map(({ message }) => message.body)).toEqual(["whole", "after"]);
    writeFileSync(file, `broken\n${readFileSync(file, "utf8")}`);
    await expect(start({ directory: path })).rejects.toThrow(`${file} is damaged in line 1`);
  });
});
