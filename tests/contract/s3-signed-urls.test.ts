import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { beforeEach, describe, expect, test } from "vitest";
import { Bucket, openBucket, type OpenedBucket } from "./s3-harness.ts";

let s3: OpenedBucket;
beforeEach(async () => {
  s3 = await openBucket();
});

describe("a signed URL", () => {
  test("lets anybody read, with the headers that it wants", async () => {
    await s3.put("p/a", "bytes", { ContentType: "image/jpeg" });
    const command = new GetObjectCommand({ Bucket, Key: "p/a", ResponseContentDisposition: "attachment" });
    const url = await getSignedUrl(s3.client, command, { expiresIn: 60 });
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toBe("attachment");
    expect(answer.headers.get("content-type")).toBe("image/jpeg");
    expect(await answer.text()).toBe("bytes");
    const forged = await fetch(url.replace("/p/a", "/p/b"));
    expect(forged.status).toBe(403);
    expect(await forged.text()).toContain("<Code>SignatureDoesNotMatch</Code>");
    expect((await fetch(url.split("?")[0] ?? "")).status).toBe(403);
  });

  test("lets anybody write, with the metadata that was signed", async () => {
    const signer = s3.connect({ requestChecksumCalculation: "WHEN_REQUIRED" });
    const command = new PutObjectCommand({ Bucket, Key: "p/new", Metadata: { photo: "9" } });
    const url = await getSignedUrl(signer, command, { expiresIn: 60 });
    expect((await fetch(url, { method: "PUT", body: "uploaded" })).status).toBe(200);
    expect((await s3.read("p/new")).toString()).toBe("uploaded");
    expect((await s3.client.headObject({ Bucket, Key: "p/new" })).Metadata).toEqual({ photo: "9" });
  });

  test("with the checksum of no bytes baked in refuses other bytes", async () => {
    const url = await getSignedUrl(s3.client, new PutObjectCommand({ Bucket, Key: "p/new" }), {
      expiresIn: 60,
    });
    expect(url).toContain("x-amz-checksum-crc32");
    const answer = await fetch(url, { method: "PUT", body: "uploaded" });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining("<Code>BadDigest</Code>"),
    ]);
    expect(s3.local.count(Bucket)).toBe(0);
  });

  test("for writing is refused in every way that it was not signed for, and stores nothing", async () => {
    const signer = s3.connect({ requestChecksumCalculation: "WHEN_REQUIRED" });
    const command = new PutObjectCommand({ Bucket, Key: "p/new", ContentType: "image/jpeg" });
    const url = await getSignedUrl(signer, command, {
      expiresIn: 60,
      signableHeaders: new Set(["content-type"]),
    });
    const put = async (
      address: string,
      headers: Record<string, string> = { "Content-Type": "image/jpeg" },
    ) => {
      const answer = await fetch(address, { method: "PUT", body: "uploaded", headers });
      return [answer.status, /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1]];
    };
    const mismatch = [403, "SignatureDoesNotMatch"];
    expect(await put(url.replace("/p/new", "/p/other"))).toEqual(mismatch);
    expect(await put(url.replace("X-Amz-Expires=60", "X-Amz-Expires=600"))).toEqual(mismatch);
    expect(await put(url.replace(/X-Amz-Signature=./, "X-Amz-Signature=g"))).toEqual(mismatch);
    expect(await put(url, { "Content-Type": "text/html" })).toEqual(mismatch);
    expect(await put(url, { "Content-Type": "image/jpeg", "x-amz-meta-owner": "me" })).toEqual([
      403,
      "AccessDenied",
    ]);
    const minutesAgo = new Date(Date.now() - 120_000);
    const late = await getSignedUrl(signer, command, { expiresIn: 60, signingDate: minutesAgo });
    expect(await put(late)).toEqual([403, "AccessDenied"]);
    expect(s3.local.count(Bucket)).toBe(0);
    expect(await put(url)).toEqual([200, undefined]);
    expect((await s3.client.headObject({ Bucket, Key: "p/new" })).ContentType).toBe("image/jpeg");
  });

  test("for reading is refused when it is over, and gives no more than its signer may", async () => {
    await s3.put("p/a", "bytes");
    const read = new GetObjectCommand({ Bucket, Key: "p/a" });
    const minutesAgo = new Date(Date.now() - 120_000);
    const late = await fetch(await getSignedUrl(s3.client, read, { expiresIn: 60, signingDate: minutesAgo }));
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining("Request has expired")]);
    const without = await fetch(await getSignedUrl(s3.asRole("nobody"), read, { expiresIn: 60 }));
    expect([without.status, await without.text()]).toEqual([
      403,
      expect.stringContaining("is not authorized to perform: s3:GetObject"),
    ]);
  });

  test("can be bound to what is there", async () => {
    const { ETag } = await s3.put("p/a", "bytes");
    const signed = async (command: GetObjectCommand) =>
      fetch(await getSignedUrl(s3.client, command, { expiresIn: 60 }), {
        headers: { "If-Match": '"other"' },
      });
    expect((await signed(new GetObjectCommand({ Bucket, Key: "p/a" }))).status).toBe(412);
    const once = new PutObjectCommand({ Bucket, Key: "p/a", IfNoneMatch: "*" });
    const signer = s3.connect({ requestChecksumCalculation: "WHEN_REQUIRED" });
    const url = await getSignedUrl(signer, once, { expiresIn: 60 });
    const again = await fetch(url, { method: "PUT", body: "other", headers: { "If-None-Match": "*" } });
    expect(again.status).toBe(412);
    expect((await s3.client.headObject({ Bucket, Key: "p/a" })).ETag).toBe(ETag);
  });
});
