import { DeleteMessageCommand } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "vitest";
import { openQueues, QueueUrl, redrive } from "./sqs-stack.ts";

const names = Array.from({ length: 24 }, (_, index) => `m${index}`);

/** Receives and deletes until nothing is left; the bodies in the order of their delivery. */
async function workOff({ receive, sqs }: Awaited<ReturnType<typeof openQueues>>): Promise<string[]> {
  const seen: string[] = [];
  for (let batch = await receive(); batch.length > 0; batch = await receive()) {
    for (const { Body, ReceiptHandle } of batch) {
      seen.push(String(Body));
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
  return seen;
}

const times = (seen: readonly string[]) => names.map((name) => seen.filter((body) => body === name).length);

describe("messages that are delivered twice", () => {
  it("comes twice, each one, at a share of 1, and is gone for good then", async () => {
    const opened = await openQueues({ plan: { queues: { duplicate: 1 } } });
    for (const name of names) await opened.send(name);
    expect(times(await workOff(opened))).toEqual(names.map(() => 2));
    expect(opened.queues.counts("photos")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
  });

  it("comes twice at times while the first receiver holds it, at times after it was deleted", async () => {
    const { send, receive, sqs } = await openQueues({ plan: { queues: { duplicate: 1 }, seed: 5 } });
    const kinds = new Set<string>();
    for (const name of names) {
      await send(name);
      const [first] = await receive();
      const [overlapping] = await receive();
      if (overlapping !== undefined) {
        kinds.add("overlaps");
        expect(overlapping.MessageId).toBe(first?.MessageId);
        expect(overlapping.ReceiptHandle).not.toBe(first?.ReceiptHandle);
        // Only the latest handle counts, as AWS documents it.
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: overlapping.ReceiptHandle }));
      } else {
        kinds.add("returns");
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
        // The delete that is sent again, because its answer was lost, changes nothing.
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
        const [returned] = await receive();
        expect(returned).toMatchObject({ MessageId: first?.MessageId, Body: name });
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: returned?.ReceiptHandle }));
      }
      expect(await receive()).toEqual([]);
    }
    expect(kinds).toEqual(new Set(["overlaps", "returns"]));
  });

  it("strikes the share that was asked for, and nobody once the plan is taken back", async () => {
    const opened = await openQueues({ plan: { queues: { duplicate: 0.5 }, seed: 11 } });
    for (const name of names) await opened.send(name);
    const twice = times(await workOff(opened)).filter((count) => count === 2).length;
    expect(twice).toBeGreaterThan(4);
    expect(twice).toBeLessThan(20);
    opened.faults.set({});
    for (const name of names) await opened.send(name);
    expect(await workOff(opened)).toEqual(names);
  });

  it("leaves the rest as it is: visibility of others, dead letters of what fails too often", async () => {
    const opened = await openQueues({ attributes: redrive, plan: { queues: { duplicate: 1 }, seed: 2 } });
    const { send, receive, bodies, forward, queues } = opened;
    await send("poison");
    let deliveries = 0;
    for (let round = 0; round < 5; round += 1) {
      deliveries += (await receive()).length;
      forward(30_000);
    }
    expect(deliveries).toBe(2);
    expect(queues.counts("dead").visible).toBe(1);
    opened.faults.set({});
    await send("calm");
    expect(await bodies()).toEqual(["calm"]);
    forward(29_999);
    expect(await bodies()).toEqual([]);
  });

  it("does not bring what was done at the last attempt to the dead letters", async () => {
    const opened = await openQueues({ attributes: redrive, plan: { queues: { duplicate: 1 }, seed: 3 } });
    for (const name of names) await opened.send(name);
    const failed = await opened.receive({ VisibilityTimeout: 1 });
    opened.forward(1000);
    const seen = await workOff(opened);
    for (const { Body } of failed) expect(seen).toContain(Body);
    expect(opened.queues.counts("photos")).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
    expect(opened.queues.counts("dead").visible).toBe(0);
  });
});

describe("messages that overtake one another", () => {
  it("hides each for a random time up to the jitter, and loses none", async () => {
    const opened = await openQueues({ plan: { queues: { jitterMs: 1000 }, seed: 7 } });
    for (const name of names) await opened.send(name);
    expect(opened.queues.counts("photos").visible).toBe(0);
    const seen: string[] = [];
    for (let step = 0; step < 10; step += 1) {
      opened.forward(100);
      seen.push(...(await workOff(opened)));
    }
    expect(seen.toSorted()).toEqual(names.toSorted());
    expect(seen).not.toEqual(names);
  });

  it("comes on top of the sender's own delay", async () => {
    const { send, bodies, forward } = await openQueues({ plan: { queues: { jitterMs: 1000 } } });
    await send("later", { DelaySeconds: 60 });
    forward(59_999);
    expect(await bodies()).toEqual([]);
    forward(1001);
    expect(await bodies()).toEqual(["later"]);
  });
});
