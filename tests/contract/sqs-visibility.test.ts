import {
  ChangeMessageVisibilityBatchCommand,
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { describe, expect, it, onTestFinished } from "vitest";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { openGateway } from "./open-gateway.ts";
import { openQueues, QueueUrl } from "./sqs-stack.ts";

describe("visibility", () => {
  it("hides a received message until its timeout and counts its deliveries", async () => {
    const { send, receive, bodies, forward } = await openQueues({ attributes: { VisibilityTimeout: 30 } });
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
    const { send, receive, bodies, sqs, forward } = await openQueues();
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
    const { send, receive, sqs, queues, forward } = await openQueues();
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
    const { send, receive, sqs, queues } = await openQueues();
    await send("a");
    await send("b");
    const Entries = (await receive()).map(({ ReceiptHandle }, id) => ({ Id: `m${id}`, ReceiptHandle }));
    const { Successful } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    expect(Successful).toHaveLength(2);
    expect(queues.counts("photos").inFlight).toBe(0);
  });

  it("delays by message and by queue", async () => {
    const { send, bodies, queues, forward } = await openQueues({ attributes: { DelaySeconds: 10 } });
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
    const { send, bodies, queues, forward } = await openQueues({
      attributes: { MessageRetentionPeriod: 60 },
    });
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
