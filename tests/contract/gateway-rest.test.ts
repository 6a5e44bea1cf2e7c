import { Readable } from "node:stream";
import { CloudFrontClient, GetDistributionCommand } from "@aws-sdk/client-cloudfront";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { describe, expect, it } from "vitest";
import { openEcho, signer } from "./gateway-stack.ts";
import { echoService, openGateway } from "./open-gateway.ts";

describe("REST calls", () => {
  it("hands S3 what was signed, awkward keys and streamed bodies included", async () => {
    const { asAdministrator } = await openEcho();
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
    const { origin, asAdministrator } = await openEcho();
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
    const opened = await openEcho();
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
