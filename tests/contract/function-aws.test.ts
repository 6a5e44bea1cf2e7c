import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCopyCache } from "../../functions/shared/adapters/cloudfront.ts";
import { createPhotoStore } from "../../functions/shared/adapters/s3.ts";
import { createQueueSender } from "../../functions/shared/adapters/sqs.ts";
import { createAwsFetch } from "../../functions/shared/aws-fetch.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { openCdn, Bucket, DistributionId } from "./cdn-harness.ts";
import { answerWith, lambdaEnvironment } from "./function-answers.ts";
import { type OpenedGateway, openGateway } from "./open-gateway.ts";

const environmentOf = ({ credentials, region }: OpenedGateway["asAdministrator"]) => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
});

describe("the store of photos and the caches in front of it", () => {
  it("shows copies for a minute, originals never, and forgets what is deleted", async () => {
    const cdn = await openCdn();
    const store = createPhotoStore(Bucket, cdn.gateway.asAdministrator);
    const copies = { display: Buffer.from("large"), thumbnail: Buffer.from("small") };
    await store.putOriginal("originals/e/g/1.jpg", Buffer.from("original"), "image/jpeg");
    const photo = { eventId: "e", guestId: "g", photoId: "1" };
    await store.putCopies(photo, copies);
    expect((await cdn.get("/p/0a1b.jpg")).status).not.toBe(200);
    await store.publishCopies(photo, "p/0a1b");
    const shown = await cdn.get("/p/0a1b.jpg");
    expect([shown.status, shown.text, shown.header("content-type")]).toEqual([200, "large", "image/jpeg"]);
    expect(shown.header("cache-control")).toBe("public, max-age=60");
    expect((await cdn.get("/p/0a1b-s.jpg")).text).toBe("small");
    for (const hidden of ["/originals/e/g/1.jpg", "/copies/e/g/1.jpg", "/../copies/e/g/1.jpg"])
      expect((await cdn.get(hidden)).status).not.toBe(200);

    await store.withdrawCopies("p/0a1b");
    expect((await cdn.get("/p/0a1b.jpg")).status).toBe(200); // kept by the cache
    const environment = environmentOf(cdn.gateway.asAdministrator);
    const fetch = createAwsFetch(environment, {
      service: "cloudfront",
      region: "us-east-1",
      timeoutMs: 2_000,
    });
    await createCopyCache(fetch, cdn.gateway.origin, DistributionId).forget("p/0a1b");
    expect((await cdn.get("/p/0a1b.jpg")).status).not.toBe(200);
    expect((await cdn.get("/p/0a1b-s.jpg")).status).not.toBe(200);

    await store.deletePictures(photo);
    const { Contents = [] } = await cdn.photos.listObjectsV2({ Bucket });
    expect(Contents).toEqual([]);
  });

  it("faults when the role may not", async () => {
    const cdn = await openCdn();
    const role = cdn.gateway.asRole("reader");
    await expect(createPhotoStore(Bucket, role).withdrawCopies("p/1")).rejects.toThrow("photo-store-failed");
    const fetch = createAwsFetch(environmentOf(role), {
      service: "cloudfront",
      region: "us-east-1",
      timeoutMs: 2_000,
    });
    await expect(createCopyCache(fetch, cdn.gateway.origin, DistributionId).forget("p/1")).rejects.toThrow(
      "invalidation-failed",
    );
  });
});

describe("the queues", () => {
  async function openChatQueue() {
    let now = 1_700_000_000_000;
    const queues = createQueues({ clock: () => now, origin: () => "http://here" });
    onTestFinished(() => queues.close());
    queues.createQueue({ name: "chat", attributes: { VisibilityTimeout: 3_600 } });
    const opened = await openGateway({ jsonServices: [queues] });
    const QueueUrl = `${opened.origin}/123456789012/chat`;
    const sqs = new SQSClient(opened.asAdministrator);
    const receive = async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      return Messages.map((message): unknown => JSON.parse(message.Body ?? ""));
    };
    const fetch = createAwsFetch(environmentOf(opened.asAdministrator), { service: "sqs", timeoutMs: 2_000 });
    const forward = (ms: number) => {
      now += ms;
      queues.tick();
    };
    return { send: createQueueSender(fetch), QueueUrl, receive, forward };
  }
  const ladder = (eventId: string) => ({ kind: "ladder", eventId }) as const;

  it("take any number of messages, each with its delay", async () => {
    const { send, QueueUrl, receive, forward } = await openChatQueue();
    const messages = Array.from({ length: 23 }, (_, index) => ladder(`event ${index} 笑顔`));
    await send(
      QueueUrl,
      messages.map((message, index) => ({ message, delaySeconds: index === 22 ? 40 : 0 })),
    );
    const received = [...(await receive()), ...(await receive()), ...(await receive())];
    expect(received).toHaveLength(22);
    expect(new Set(received.map((message) => JSON.stringify(message))).size).toBe(22);
    forward(40_000);
    expect(await receive()).toContainEqual(messages[22]);
  });

  it("are asked again for what they did not take, and for nothing else", async () => {
    const taken = (...ids: readonly string[]) => ({
      body: { Successful: ids.map((Id) => ({ Id })), Failed: [] },
    });
    const { origin, heard } = await answerWith(taken("0", "2"), { status: 503 }, taken("1"));
    const send = createQueueSender(createAwsFetch(lambdaEnvironment, { service: "sqs", timeoutMs: 2_000 }));
    await send(
      `${origin}/1/chat`,
      ["a", "b", "c"].map((id) => ({ message: ladder(id), delaySeconds: 0 })),
    );
    const asked = heard.map(({ body }) => JSON.parse(body).Entries.map((entry: { Id: string }) => entry.Id));
    expect(asked).toEqual([["0", "1", "2"], ["1"], ["1"]]);
    expect(heard[0]).toMatchObject({ path: "/", headers: { "x-amz-target": "AmazonSQS.SendMessageBatch" } });
  });

  it("fault when they go on refusing", async () => {
    const { origin } = await answerWith({ status: 403, body: {} });
    const send = createQueueSender(createAwsFetch(lambdaEnvironment, { service: "sqs", timeoutMs: 2_000 }));
    await expect(send(`${origin}/1/chat`, [{ message: ladder("a"), delaySeconds: 0 }])).rejects.toThrow(
      "queue-refused",
    );
  });
});
