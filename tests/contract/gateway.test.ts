import { connect } from "node:net";
import { Readable } from "node:stream";
import { CloudFrontClient, GetDistributionCommand } from "@aws-sdk/client-cloudfront";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { AwsClient } from "aws4fetch";
import { describe, expect, it } from "vitest";
import type { GatewayJsonService } from "../../local/aws/gateway/gateway-service.ts";
import { AwsError } from "../../local/aws/service.ts";
import { echoService, openGateway } from "./open-gateway.ts";

const echoJson: GatewayJsonService = {
  targetPrefix: "AmazonSQS",
  protocol: "json-1.0",
  signingName: "sqs",
  unsignedOperations: new Set(["Public"]),
  async call(operation, input, caller) {
    if (operation === "Guarded") caller.authorize("sqs:Guarded", "arn:x");
    if (operation === "Refuse") throw new AwsError("Refused", "no", 400, { Item: 1 });
    if (operation === "Break") throw new Error("internal detail");
    return { QueueUrls: [caller.arn], operation, input };
  },
};

async function start() {
  const lines: string[] = [];
  const opened = await openGateway({ jsonServices: [echoJson], log: (line) => lines.push(line) });
  const call = (operation: string, init: RequestInit = {}) =>
    fetch(opened.origin, {
      method: "POST",
      body: "{}",
      ...init,
      headers: { "x-amz-target": `AmazonSQS.${operation}`, ...init.headers },
    });
  return { ...opened, lines, call };
}

type Opened = Awaited<ReturnType<typeof start>>;

function signer(
  { asAdministrator }: Opened,
  change: Partial<ConstructorParameters<typeof AwsClient>[0]> = {},
) {
  return new AwsClient({
    ...asAdministrator.credentials,
    region: "ap-northeast-1",
    service: "sqs",
    ...change,
  });
}

describe("signatures of JSON calls", () => {
  it("knows the administrator and a role's session", async () => {
    const opened = await start();
    const send = (settings: typeof opened.asAdministrator) =>
      new SQSClient(settings).send(new ListQueuesCommand({}));
    expect((await send(opened.asAdministrator)).QueueUrls).toEqual([
      "arn:aws:iam::123456789012:user/local-administrator",
    ]);
    expect((await send(opened.asRole("worker"))).QueueUrls).toEqual([
      "arn:aws:sts::123456789012:assumed-role/worker/test",
    ]);
  });

  it.each([
    ["an unknown key", { accessKeyId: "AKIAUNKNOWN" }, "UnrecognizedClientException"],
    ["a wrong secret", { secretAccessKey: "wrong" }, "InvalidSignatureException"],
    ["a token that does not belong to the key", { sessionToken: "x" }, "UnrecognizedClientException"],
  ])("refuses %s", async (_, change, name) => {
    const { asAdministrator } = await start();
    const client = new SQSClient({
      ...asAdministrator,
      credentials: { ...asAdministrator.credentials, ...change },
    });
    await expect(client.send(new ListQueuesCommand({}))).rejects.toMatchObject({ name });
  });

  it("refuses another region and another service by name", async () => {
    const opened = await start();
    const region = new SQSClient({ ...opened.asAdministrator, region: "us-east-1" });
    await expect(region.send(new ListQueuesCommand({}))).rejects.toMatchObject({
      name: "InvalidSignatureException",
      message: expect.stringContaining("'us-east-1' is wrong; expecting 'ap-northeast-1'"),
    });
    const answer = await signer(opened, { service: "ssm" }).fetch(opened.origin, {
      method: "POST",
      body: "{}",
      headers: { "x-amz-target": "AmazonSQS.ListQueues" },
    });
    expect(await answer.json()).toMatchObject({
      message: "Credential should be scoped to correct service: 'sqs'.",
    });
  });

  it("refuses a body, a path, a query or a header that was changed after signing", async () => {
    const opened = await start();
    const signed = await signer(opened).sign(`${opened.origin}/a%20b/c?x=1&y=~*'`, {
      method: "POST",
      body: `{"a":1}`,
      headers: { "x-amz-target": "AmazonSQS.ListQueues" },
    });
    const headers = Object.fromEntries(signed.headers);
    const send = (url: string, body: string, change = {}) =>
      fetch(url, { method: "POST", body, headers: { ...headers, ...change } });
    expect((await send(signed.url, `{"a":1}`)).status).toBe(200);
    for (const answer of [
      await send(signed.url, `{"a":2}`),
      await send(signed.url.replace("/c", "/d"), `{"a":1}`),
      await send(signed.url.replace("x=1", "x=2"), `{"a":1}`),
      await send(signed.url, `{"a":1}`, { "x-amz-target": "AmazonSQS.Break" }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get("x-amzn-errortype")).toBe("InvalidSignatureException");
    }
  });

  it.each([-6, 6])("refuses a clock that is %d minutes off, and takes four", async (minutes) => {
    const opened = await openGateway({
      jsonServices: [echoJson],
      clock: () => Date.now() - minutes * 60_000,
    });
    await expect(new SQSClient(opened.asAdministrator).send(new ListQueuesCommand({}))).rejects.toMatchObject(
      {
        name: "InvalidSignatureException",
      },
    );
    const near = await openGateway({
      jsonServices: [echoJson],
      clock: () => Date.now() - Math.sign(minutes) * 4 * 60_000,
    });
    await expect(new SQSClient(near.asAdministrator).send(new ListQueuesCommand({}))).resolves.toBeTruthy();
  });

  it("lets the vendor's client correct its clock by the answer's date, as AWS does", async () => {
    const opened = await openGateway({ jsonServices: [echoJson], clock: () => Date.now() + 3_600_000 });
    const client = new SQSClient({ ...opened.asAdministrator, maxAttempts: 2 });
    await expect(client.send(new ListQueuesCommand({}))).resolves.toBeTruthy();
  });

  it("refuses a call without a signature or with half of one", async () => {
    const { call } = await start();
    const missing = await call("ListQueues");
    expect(missing.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
    for (const authorization of [
      "Bearer x",
      "AWS4-HMAC-SHA256",
      "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=0",
    ]) {
      const answer = await call("ListQueues", { headers: { authorization } });
      expect(answer.headers.get("x-amzn-errortype")).toBe("IncompleteSignatureException");
    }
  });
});

describe("JSON answers", () => {
  it("lets only declared operations in without a signature, as a caller without rights", async () => {
    const { call } = await start();
    const answer = await call("Public", { body: `{"ClientId":"x"}` });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/x-amz-json-1.0");
    expect(await answer.json()).toEqual({
      QueueUrls: ["anonymous"],
      operation: "Public",
      input: { ClientId: "x" },
    });
  });

  it("gives errors by code, message and members, and hides what broke inside", async () => {
    const opened = await start();
    const send = async (operation: string, body = "{}") => {
      const headers = { "x-amz-target": operation };
      const answer = await fetch(await signer(opened).sign(opened.origin, { method: "POST", body, headers }));
      return { status: answer.status, id: answer.headers.get("x-amzn-requestid"), body: await answer.json() };
    };
    expect(await send("AmazonSQS.Refuse")).toMatchObject({
      status: 400,
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      body: { __type: "Refused", message: "no", Item: 1 },
    });
    expect((await send("AmazonSQS.Any", "{")).body.__type).toBe("SerializationException");
    expect((await send("Kinesis_20131202.PutRecord")).body).toMatchObject({
      __type: "UnknownOperationException",
      message: expect.stringContaining("Kinesis_20131202.PutRecord"),
    });
    const broken = await send("AmazonSQS.Break");
    expect(broken).toMatchObject({ status: 500, body: { __type: "InternalFailure" } });
    expect(JSON.stringify(broken)).not.toContain("internal detail");
    expect(opened.lines.join()).toContain("internal detail");
  });

  it("answers browsers of other origins", async () => {
    const { origin, call } = await start();
    const preflight = await fetch(origin, {
      method: "OPTIONS",
      headers: { "access-control-request-headers": "x-amz-target", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("x-amz-target");
    for (const answer of [preflight, await call("Public"), await call("Any")]) {
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      expect(answer.headers.get("access-control-expose-headers")).toContain("x-amzn-errortype");
    }
  });
});

describe("REST calls", () => {
  it("hands S3 what was signed, awkward keys and streamed bodies included", async () => {
    const { asAdministrator } = await start();
    const s3 = new S3Client(asAdministrator);
    const Key = "a b/ü+(1)!'*~&=?.jpg";
    await expect(
      s3.send(new PutObjectCommand({ Bucket: "b", Key, Body: Buffer.from("x") })),
    ).resolves.toBeTruthy();
    const stream = Readable.from([Buffer.from("streamed")]);
    await expect(
      s3.send(new PutObjectCommand({ Bucket: "b", Key: "s", Body: stream, ContentLength: 8 })),
    ).resolves.toBeTruthy();
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: "b", Key, Range: "bytes=0-1" }));
    expect(JSON.parse((await Body?.transformToString()) ?? "")).toMatchObject({
      service: "s3",
      method: "GET",
    });
    await expect(s3.send(new HeadObjectCommand({ Bucket: "b", Key }))).resolves.toBeTruthy();
  });

  it("refuses S3 calls in S3's own words", async () => {
    const { origin, asAdministrator } = await start();
    const get = (change: object) =>
      new S3Client({ ...asAdministrator, credentials: { ...asAdministrator.credentials, ...change } }).send(
        new GetObjectCommand({ Bucket: "b", Key: "k" }),
      );
    await expect(get({ accessKeyId: "AKIAX" })).rejects.toMatchObject({ name: "InvalidAccessKeyId" });
    await expect(get({ secretAccessKey: "x" })).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
    const unsigned = await fetch(`${origin}/b/k`);
    expect(unsigned.status).toBe(403);
    expect(await unsigned.text()).toContain("<Code>AccessDenied</Code>");
  });

  it("refuses a body that is not the one that was hashed", async () => {
    const opened = await start();
    const signed = await signer(opened, { service: "s3" }).sign(`${opened.origin}/b/k`, {
      method: "PUT",
      body: "good",
      headers: { "x-amz-content-sha256": "770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c" },
    });
    const send = (body: string) => fetch(signed.url, { method: "PUT", body, headers: signed.headers });
    expect((await send("good")).status).toBe(200);
    expect(await (await send("evil")).text()).toContain("XAmzContentSHA256Mismatch");
  });

  it("takes presigned URLs until they expire, and only as they were signed", async () => {
    let offsetMs = 0;
    const opened = await openGateway({ clock: () => Date.now() + offsetMs });
    const s3 = new S3Client(opened.asRole("page"));
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket: "b", Key: "p/ü 1.jpg" }), {
      expiresIn: 60,
    });
    const answer = await fetch(url);
    expect(await answer.json()).toMatchObject({ caller: expect.stringContaining("page") });
    expect((await fetch(url.replace("1.jpg", "2.jpg"))).status).toBe(403);
    expect((await fetch(url.replace("X-Amz-Expires=60", "X-Amz-Expires=600"))).status).toBe(403);
    expect((await fetch(url, { method: "DELETE" })).status).toBe(403);
    expect((await fetch(url, { headers: { "x-amz-meta-owner": "me" } })).status).toBe(403);
    offsetMs = 61_000;
    const late = await fetch(url);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain("Request has expired");
  });

  it("finds CloudFront, which is signed for us-east-1", async () => {
    let seen = "";
    const cloudFront = echoService("cloudFront");
    const { asAdministrator } = await openGateway({
      cloudFront: {
        ...cloudFront,
        async handle(request) {
          seen = request.path;
          return { status: 200, headers: { ETag: "1" }, body: "<Distribution><Id>E1</Id></Distribution>" };
        },
      },
    });
    const client = new CloudFrontClient({ ...asAdministrator, region: "us-east-1" });
    await client.send(new GetDistributionCommand({ Id: "E1" }));
    expect(seen).toBe("/2020-05-31/distribution/E1");
  });
});

describe("robustness", () => {
  it("refuses more than 20 MB with 413, announced or not, and stays up", async () => {
    const { origin, call } = await start();
    const big = Buffer.alloc(21 * 1024 * 1024);
    const announced = await fetch(`${origin}/b/k`, { method: "PUT", body: big });
    expect(announced.status).toBe(413);
    const chunked = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 21; part += 1) controller.enqueue(big.subarray(0, 1024 * 1024));
        controller.close();
      },
    });
    const streamed = await fetch(`${origin}/b/k`, {
      method: "PUT",
      body: chunked,
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect((await call("Public")).status).toBe(200);
  });

  it.each([
    "GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /%E0%A4%A/x?%zz=%1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "NONSENSE\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: \r\nContent-Length: 0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nshort",
    `GET /%zz HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 Credential=${"a/b/ap-northeast-1/s3/aws4_request"}\r\n\r\n`,
  ])("survives %j", async (raw) => {
    const { gateway, call } = await start();
    const address = gateway.server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    await new Promise<void>((resolve) => {
      const socket = connect(address.port, "127.0.0.1", () => socket.end(raw));
      socket.on("error", () => resolve());
      socket.on("close", () => resolve());
      socket.resume();
    });
    expect((await call("Public")).status).toBe(200);
  });

  it("tries routes first and survives one that throws", async () => {
    const { origin } = await openGateway({
      routes: [
        {
          matches: (method, path) => method === "GET" && path === "/hello",
          handle: (_, response) => void response.end("hi"),
        },
        { matches: (_, path) => path === "/broken", handle: () => Promise.reject(new Error("x")) },
      ],
    });
    expect(await (await fetch(`${origin}/hello?x=1`)).text()).toBe("hi");
    expect((await fetch(`${origin}/broken`)).status).toBe(500);
    expect((await fetch(`${origin}/hello`, { method: "DELETE" })).status).toBe(403);
  });

  it("closes although a client keeps its connection and another one waits", async () => {
    const { gateway, origin } = await openGateway({
      routes: [{ matches: (_, path) => path === "/forever", handle: () => undefined }],
    });
    const waiting = fetch(`${origin}/forever`).catch(() => "hung up");
    await fetch(`${origin}/x`);
    await gateway.close();
    expect(await waiting).toBe("hung up");
  });
});
