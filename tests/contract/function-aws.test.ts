import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, it, onTestFinished } from "vitest";
import { createCopyCache } from "../../functions/shared/adapters/cloudfront.ts";
import { createRekognitionClient } from "../../functions/shared/adapters/rekognition-client.ts";
import { createPictureReaders } from "../../functions/shared/adapters/rekognition.ts";
import { createPhotoStore } from "../../functions/shared/adapters/s3.ts";
import { createQueueSender } from "../../functions/shared/adapters/sqs.ts";
import { createAwsFetch } from "../../functions/shared/aws-fetch.ts";
import { createQueues } from "../../local/aws/sqs/queues.ts";
import { openCdn, Bucket, DistributionId } from "./cdn-harness.ts";
import { answerWith, lambdaEnvironment, type PlannedAnswer } from "./function-answers.ts";
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
    await store.putCopies("p/0a1b", copies);
    const shown = await cdn.get("/p/0a1b.jpg");
    expect([shown.status, shown.text, shown.header("content-type")]).toEqual([200, "large", "image/jpeg"]);
    expect(shown.header("cache-control")).toBe("public, max-age=60");
    expect((await cdn.get("/p/0a1b-s.jpg")).text).toBe("small");
    expect((await cdn.get("/originals/e/g/1.jpg")).status).not.toBe(200);

    await store.deleteCopies("p/0a1b");
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

    await store.deleteOriginals(["originals/e/g/1.jpg", "originals/e/g/1.png"]);
    const { Contents = [] } = await cdn.photos.listObjectsV2({ Bucket });
    expect(Contents).toEqual([]);
  });

  it("faults when the role may not", async () => {
    const cdn = await openCdn();
    const role = cdn.gateway.asRole("reader");
    await expect(createPhotoStore(Bucket, role).deleteCopies("p/1")).rejects.toThrow("photo-store-failed");
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

describe("Rekognition", () => {
  const config = {
    region: "ap-northeast-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  };
  async function openRekognition(answer: PlannedAnswer) {
    const { origin, heard } = await answerWith(answer);
    return {
      heard,
      ...createPictureReaders({
        client: createRekognitionClient({ ...config, endpoint: origin }),
        bucket: "photos",
      }),
    };
  }
  const refusing = (name: string, status = 400) => ({ status, body: { __type: name, message: "no" } });

  it("reads faces with everything that is known, cut to the picture", async () => {
    const detail = {
      BoundingBox: { Left: -0.1, Top: 0.5, Width: 0.4, Height: 0.7 },
      Confidence: 99.5,
      Emotions: [
        { Type: "HAPPY", Confidence: 97.5 },
        { Type: "NOSTALGIC", Confidence: 2 },
      ],
      Smile: { Value: false, Confidence: 90 },
      AgeRange: { Low: 20, High: 28 },
      Gender: { Value: "Female", Confidence: 99 },
    };
    const { faceReader, heard } = await openRekognition({
      body: { FaceDetails: [detail, { Confidence: 90 }] },
    });
    const reading = await faceReader.readFaces({ kind: "stored", key: "originals/e/g/1.jpg" });
    expect(JSON.parse(heard[0]?.body ?? "")).toEqual({
      Image: { S3Object: { Bucket: "photos", Name: "originals/e/g/1.jpg" } },
      Attributes: ["ALL"],
    });
    expect(reading).toEqual({
      kind: "read",
      faces: [
        {
          box: { left: 0, top: 0.5, width: expect.closeTo(0.3), height: 0.5 },
          confidence: 99.5,
          emotions: [
            { type: "HAPPY", confidence: 97.5 },
            { type: "UNKNOWN", confidence: 2 },
          ],
          smile: false,
          ageRange: { low: 20, high: 28 },
          gender: "Female",
        },
        { box: { left: 0, top: 0, width: 0, height: 0 }, confidence: 90, emotions: [] },
      ],
    });
  });

  it.each([
    ["InvalidImageFormatException", "unreadable"],
    ["InvalidParameterException", "unreadable"],
    ["ImageTooLargeException", "too-large"],
  ])("%s is about the picture: %s", async (name, reason) => {
    const { faceReader } = await openRekognition(refusing(name));
    expect(await faceReader.readFaces({ kind: "stored", key: "o" })).toEqual({ kind: "refused", reason });
  });

  it.each([
    refusing("ProvisionedThroughputExceededException"),
    refusing("ThrottlingException"),
    refusing("InvalidS3ObjectException"),
    refusing("AccessDeniedException"),
    refusing("InternalServerError", 500),
    { drop: true },
  ])("faces: %j is a fault", async (answer) => {
    const { faceReader } = await openRekognition(answer);
    await expect(faceReader.readFaces({ kind: "stored", key: "o" })).rejects.toThrow("face-reading-failed");
  });

  it("checks the content", async () => {
    const label = { Name: "Alcohol", Confidence: 88, ParentName: "", TaxonomyLevel: 1 };
    const { contentChecker } = await openRekognition({ body: { ModerationLabels: [label] } });
    expect(await contentChecker.checkContent({ kind: "stored", key: "o" })).toEqual({
      kind: "checked",
      labels: [{ name: "Alcohol", confidence: 88 }],
    });
  });

  it.each([
    refusing("NotAvailableLocallyException"),
    refusing("AccessDeniedException"),
    refusing("InvalidImageFormatException"),
    refusing("SomethingNobodyKnowsException", 418),
  ])("content: %j lasts, so it is not checked", async (answer) => {
    const { contentChecker } = await openRekognition(answer);
    expect(await contentChecker.checkContent({ kind: "stored", key: "o" })).toEqual({ kind: "not-checked" });
  });

  it.each([
    refusing("ProvisionedThroughputExceededException"),
    refusing("ThrottlingException"),
    refusing("ThrottlingException", 500),
    refusing("InternalServerError", 500),
    refusing("Whatever", 503),
    refusing("Whatever", 429),
    { drop: true },
  ])("content: %j passes, so it is never taken for not checked", async (answer) => {
    const { contentChecker } = await openRekognition(answer);
    await expect(contentChecker.checkContent({ kind: "stored", key: "o" })).rejects.toThrow(
      "moderation-throttled",
    );
  });
});
