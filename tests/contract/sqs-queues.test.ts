import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ListQueueTagsCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { arn, openQueues, QueueUrl, redrive } from "./sqs-stack.ts";

describe("dead letters", () => {
  it("moves a message that was received too often, with its history, and back as a new one", async () => {
    const { send, receive, bodies, sqs, forward } = await openQueues({ attributes: redrive });
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
    const { sqs } = await openQueues();
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
    const { sqs, send } = await openQueues({
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
    const { sqs, send, bodies, queues } = await openQueues();
    await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { DelaySeconds: "7" } }));
    await send("x");
    expect(queues.counts("photos").delayed).toBe(1);
    await sqs.send(new PurgeQueueCommand({ QueueUrl }));
    expect(queues.counts("photos").delayed).toBe(0);
    expect(await bodies()).toEqual([]);
  });

  it("answers what it does not have or know by name", async () => {
    const { sqs, queues } = await openQueues();
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
    const { opened } = await openQueues();
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
