import { ReceiveMessageCommand, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { AwsClient } from "aws4fetch";
import { describe, expect, it, vi } from "vitest";
import { openQueues, QueueUrl } from "./sqs-stack.ts";

describe("sending and receiving", () => {
  it("delivers a body with its attributes, whose digests the vendor's client checks", async () => {
    const { send, receive } = await openQueues();
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
    const { send, receive } = await openQueues();
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
    const { send, bodies, queues } = await openQueues();
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
    const { bodies } = await openQueues();
    const startedAt = performance.now();
    expect(await bodies({ WaitTimeSeconds: 1 })).toEqual([]);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
  });

  it("hands nothing to a client that hung up", async () => {
    const { send, bodies, queues, sqs } = await openQueues();
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
    const { sqs, bodies } = await openQueues();
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
    const { sqs } = await openQueues();
    const Entries = ids.map((Id) => ({ Id, MessageBody: "x" }));
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({
      name,
    });
  });

  it("limits a message, and a batch as a whole, to 1 MiB", async () => {
    const { send, sqs } = await openQueues();
    await send("x".repeat(1_048_576));
    await expect(send("x".repeat(1_048_577))).rejects.toMatchObject({ name: "InvalidParameterValue" });
    const Entries = ["a", "b"].map((Id) => ({ Id, MessageBody: "x".repeat(600_000) }));
    await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }))).rejects.toMatchObject({
      name: "BatchRequestTooLong",
    });
  });

  it("takes a signed fetch without the SDK, as the webhook sends", async () => {
    const { opened, bodies } = await openQueues();
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
