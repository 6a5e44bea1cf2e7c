import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteMessageCommand } from "@aws-sdk/client-sqs";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Queues } from "../../local/aws/sqs/queues.ts";
import { openQueues, QueueUrl, redrive } from "./sqs-stack.ts";

describe("the journal", () => {
  function directory() {
    const path = mkdtempSync(join(tmpdir(), "egao-sqs-"));
    onTestFinished(() => rmSync(path, { recursive: true }));
    return path;
  }
  const body = (queues: Queues) => queues.queue("photos").receive({ max: 10, waitMs: 0 });

  it("keeps accepted messages when the process dies without closing anything", async () => {
    const path = directory();
    const before = await openQueues({ directory: path, attributes: redrive });
    await before.send("deleted");
    const [gone] = await before.receive();
    await before.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: gone?.ReceiptHandle }));
    await before.send("in flight", { MessageAttributes: { a: { DataType: "String", StringValue: "1" } } });
    const [held] = await before.receive();
    await before.send("visible");
    await before.send("delayed", { DelaySeconds: 60 });
    // No close: this is what is on the disk at the moment of a kill -9.
    const after = await openQueues({ directory: path, attributes: redrive });
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

  it("has every message that was acknowledged before a kill -9 in the middle of sending", async () => {
    const path = directory();
    const queuesUrl = new URL("../../local/aws/sqs/queues.ts", import.meta.url).href;
    const program = `
      import { createQueues } from ${JSON.stringify(queuesUrl)};
      import { writeSync } from "node:fs";
      const queues = createQueues({ clock: () => 1_700_000_000_000, directory: ${JSON.stringify(path)} });
      queues.createQueue({ name: "photos" });
      const caller = { arn: "arn:test", authorize() {} };
      for (let index = 0; ; index += 1) {
        await queues.call("SendMessage", { QueueUrl: "photos", MessageBody: "m" + index }, caller);
        writeSync(1, "m" + index + "\\n");
      }`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program]);
    let acknowledged = "";
    child.stdout.on("data", (chunk: Buffer) => {
      acknowledged += chunk.toString();
      if (acknowledged.length > 5000) child.kill("SIGKILL");
    });
    await once(child, "close");
    const bodies = acknowledged.split("\n").slice(0, -1);
    expect(bodies.length).toBeGreaterThan(100);
    const { queues } = await openQueues({ directory: path });
    const stored = await queues.queue("photos").receive({ max: Number.POSITIVE_INFINITY, waitMs: 0 });
    const known = new Set(stored.map(({ message }) => message.body));
    expect(bodies.filter((body) => !known.has(body))).toEqual([]);
  });

  it("counts deliveries across restarts, so that a poison message still ends in the dead letters", async () => {
    const path = directory();
    for (const _ of [1, 2]) {
      const { queues, send, bodies } = await openQueues({ directory: path, attributes: redrive });
      if (queues.counts("photos").visible === 0) await send("poison");
      expect(await bodies()).toEqual(["poison"]);
    }
    const { queues } = await openQueues({ directory: path, attributes: redrive });
    expect(queues.counts("photos").visible).toBe(0);
    expect(queues.counts("dead").visible).toBe(1);
  });

  it("does not grow for ever, and loses nothing when it is shortened", async () => {
    const path = directory();
    const { queues, send, clock } = await openQueues({ directory: path });
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
    const reopened = await openQueues({ directory: path });
    expect(reopened.queues.counts("photos")).toEqual({ visible: 1, inFlight: 0, delayed: 1 });
  });

  it("drops a last line that was cut short, goes on after it, and refuses any other damage", async () => {
    const path = directory();
    const file = join(path, "photos.journal");
    const first = await openQueues({ directory: path });
    await first.send("whole");
    writeFileSync(file, `${readFileSync(file, "utf8")}{"kind":"sent","mess`);
    const second = await openQueues({ directory: path });
    await second.send("after");
    const third = await openQueues({ directory: path });
    expect((await body(third.queues)).map(({ message }) => message.body)).toEqual(["whole", "after"]);
    writeFileSync(file, `broken\n${readFileSync(file, "utf8")}`);
    await expect(openQueues({ directory: path })).rejects.toThrow(`${file} is damaged in line 1`);
  });
});
