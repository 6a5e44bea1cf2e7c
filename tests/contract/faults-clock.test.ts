import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { S3 } from "@aws-sdk/client-s3";
import { SQS } from "@aws-sdk/client-sqs";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createDynamoDb } from "../../local/aws/dynamodb/create-dynamo-db.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { Faults } from "../../local/faults/faults.ts";
import { Bucket, openFaultyServices } from "./faults-harness.ts";
import { openInvoker } from "./lambda-stack.ts";
import { openGateway } from "./open-gateway.ts";

const HOUR_MS = 3_600_000;
const QueueUrl = "http://127.0.0.1:1/123456789012/photos";

describe("a function", () => {
  const code = `const kept = new Date(0);
    export const handler = async ({ sleepMs = 0 }) => {
      const before = Date.now();
      await new Promise((done) => setTimeout(done, sleepMs));
      return {
        before, now: Date.now(), made: new Date().getTime(), called: Date.parse(Date()),
        given: new Date(2026, 0, 2).getTime(), isDate: kept instanceof Date && new Date() instanceof Date,
        parsed: Date.UTC(2026, 0, 1), iso: new Date(0).toISOString(),
      };
    };`;
  type Times = Record<string, number | boolean | string>;

  it("lives in the world's time, warm or cold, whatever way it asks for it", async () => {
    const faults = new Faults();
    const { deploy, invoke } = await openInvoker({ faults });
    deploy("watchmaker", code);
    for (const clockOffsetMs of [0, HOUR_MS, -HOUR_MS, 0]) {
      faults.set({ clockOffsetMs });
      const { payload } = await invoke("watchmaker");
      const times = payload as Times; // what the code above returns
      const expected = Date.now() + clockOffsetMs;
      for (const name of ["now", "made", "called"])
        expect(Math.abs(Number(times[name]) - expected), name).toBeLessThan(10_000);
      expect(times).toMatchObject({
        given: new Date(2026, 0, 2).getTime(),
        isDate: true,
        parsed: Date.UTC(2026, 0, 1),
        iso: "1970-01-01T00:00:00.000Z",
      });
    }
  });

  it("sees a jump in the middle of its work, and has no less time for it", async () => {
    const faults = new Faults();
    const { deploy, invoke } = await openInvoker({ faults });
    deploy(
      "sleeper",
      `export const handler = async (event, context) => {
        const before = Date.now();
        while (Date.now() - before < 1_000_000) await new Promise((done) => setTimeout(done, 5));
        return context.getRemainingTimeInMillis();
      };`,
    );
    const answer = invoke("sleeper");
    await new Promise((done) => setTimeout(done, 300));
    faults.set({ clockOffsetMs: HOUR_MS });
    const { payload, error } = await answer;
    expect(error).toBeUndefined();
    expect(payload).toBeGreaterThan(0);
  });
});

describe("a jump of the clock", () => {
  it("ends the visibility timeout of what was received at once, for one who waits already", async () => {
    const faults = new Faults();
    const queues = createQueues({ clock: faults.clock(Date.now), faults });
    onTestFinished(() => queues.close());
    queues.createQueue({ name: "photos", attributes: { VisibilityTimeout: "360" } });
    const sqs = new SQS((await openGateway({ jsonServices: [queues] })).asAdministrator);
    await sqs.sendMessage({ QueueUrl, MessageBody: "now" });
    await sqs.sendMessage({ QueueUrl, MessageBody: "later", DelaySeconds: 40 });
    expect((await sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 })).Messages).toHaveLength(1);
    const waiting = sqs.receiveMessage({ QueueUrl, WaitTimeSeconds: 20 });
    await vi.waitFor(() => expect(queues.queue("photos").waiting).toBe(1));
    const startedAt = performance.now();
    faults.set({ clockOffsetMs: 41_000 });
    expect((await waiting).Messages?.[0]?.Body).toBe("later");
    faults.set({ clockOffsetMs: 400_000 });
    expect((await sqs.receiveMessage({ QueueUrl })).Messages?.[0]?.Body).toBe("now");
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it("lets items expire whose time to live is over", async () => {
    const faults = new Faults();
    const dynamoDb = await createDynamoDb({ clock: faults.clock(Date.now), faults });
    onTestFinished(() => dynamoDb.close());
    await dynamoDb.ensureTable({
      tableName: "Session",
      keySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      attributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      globalSecondaryIndexes: [],
      timeToLiveAttribute: "expiresAt",
    });
    const client = new DynamoDB((await openGateway({ jsonServices: [dynamoDb] })).asAdministrator);
    for (const [id, inMs] of [
      ["soon", HOUR_MS / 2],
      ["late", 2 * HOUR_MS],
    ] as const) {
      const expiresAt = { N: String(Math.floor((Date.now() + inMs) / 1000)) };
      await client.putItem({ TableName: "Session", Item: { id: { S: id }, expiresAt } });
    }
    const left = async () =>
      (await client.scan({ TableName: "Session", ConsistentRead: true })).Items?.map(({ id }) => id?.S);
    expect((await left())?.toSorted()).toEqual(["late", "soon"]);
    faults.set({ clockOffsetMs: HOUR_MS });
    await vi.waitFor(async () => expect(await left()).toEqual(["late"]), 10_000);
    faults.set({ clockOffsetMs: -HOUR_MS });
    expect(await left()).toEqual(["late"]);
  });

  it.each([HOUR_MS, -HOUR_MS])(
    "of %i ms refuses a signature of the old time once; the vendor's client sets its own clock and goes on",
    async (clockOffsetMs) => {
      const { asAdministrator, faults } = await openFaultyServices({ clockOffsetMs });
      const strict = new S3({ ...asAdministrator, forcePathStyle: true });
      await expect(strict.putObject({ Bucket, Key: "k", Body: "b" })).rejects.toMatchObject({
        name: "RequestTimeTooSkewed",
        $metadata: { httpStatusCode: 403 },
      });
      const client = new S3({ ...asAdministrator, maxAttempts: 3, forcePathStyle: true });
      const attempts = async () =>
        (await client.putObject({ Bucket, Key: "k", Body: "b" })).$metadata.attempts;
      expect(await attempts()).toBe(2);
      expect(await attempts()).toBe(1);
      // Back to the client's own time: it learns that too, but does not call it a correction and so does not try again.
      faults.set({});
      await expect(attempts()).rejects.toThrow("too large");
      expect(await attempts()).toBe(1);
    },
  );
});
