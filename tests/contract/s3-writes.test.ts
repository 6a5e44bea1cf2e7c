import { createHash, randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CompleteMultipartUploadCommand } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, test } from "vitest";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { Bucket, failure, md5, openBucket, type OpenedBucket } from "./s3-harness.ts";

const administrator = createIdentities().administrator.caller;

let s3: OpenedBucket;
beforeEach(async () => {
  s3 = await openBucket();
});

describe("a write", () => {
  test("with a wrong MD5 or checksum stores nothing", async () => {
    const refused = [
      { ContentMD5: md5("other").toString("base64") },
      { ChecksumCRC32: "AAAAAA==" },
      { ChecksumSHA256: createHash("sha256").update("other").digest("base64") },
    ];
    for (const claim of refused)
      await expect(s3.put("a", "bytes", claim)).rejects.toMatchObject(failure(400, "BadDigest"));
    await expect(s3.put("a", "bytes", { ContentMD5: "no digest" })).rejects.toMatchObject(
      failure(400, "InvalidDigest"),
    );
    expect(s3.local.count(Bucket)).toBe(0);
    await s3.put("a", "bytes", { ContentMD5: md5("bytes").toString("base64") });
    expect(s3.local.count(Bucket)).toBe(1);
  });

  test("whose stream was damaged or cut off on the way stores nothing", async () => {
    const framed = (data: string, checksum: string) =>
      `5\r\n${data}\r\n0\r\nx-amz-checksum-crc32:${checksum}\r\n\r\n`;
    const send = (body: string) =>
      s3.local.handle(
        {
          method: "PUT",
          path: `/${Bucket}/a`,
          query: new URLSearchParams(),
          headers: {
            "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "x-amz-trailer": "x-amz-checksum-crc32",
            "x-amz-decoded-content-length": "5",
          },
          body: Buffer.from(body),
        },
        administrator,
      );
    const right = framed("hello", "NhCmhg==");
    await expect(send(right.replace("hello", "hallo"))).rejects.toMatchObject({ code: "BadDigest" });
    await expect(send(right.slice(0, 9))).rejects.toMatchObject({ code: "IncompleteBody" });
    await expect(send("5\r\nhello\r\n0\r\n\r\n")).rejects.toMatchObject({ code: "MalformedTrailerError" });
    await expect(send("zz\r\nhello\r\n0\r\n\r\n")).rejects.toMatchObject({ code: "IncompleteBody" });
    expect(s3.local.count(Bucket)).toBe(0);
    expect(await send(right)).toMatchObject({ status: 200 });
    expect((await s3.read("a")).toString()).toBe("hello");
  });

  test("with If-None-Match: * wins only once, also in a race", async () => {
    const race = Array.from({ length: 20 }, (_, at) => s3.put("once", `writer ${at}`, { IfNoneMatch: "*" }));
    const results = await Promise.allSettled(race);
    const winners = results.flatMap(({ status }, at) => (status === "fulfilled" ? [at] : []));
    expect(winners).toHaveLength(1);
    expect((await s3.read("once")).toString()).toBe(`writer ${winners[0]}`);
    await expect(s3.put("once", "late", { IfNoneMatch: "*" })).rejects.toMatchObject(
      failure(412, "PreconditionFailed"),
    );
    expect(await readdir(join(s3.directory, Bucket, "incoming"))).toEqual([]);
  });

  test("with If-Match replaces only what it knows", async () => {
    const { ETag } = await s3.put("a", "first");
    await s3.put("a", "second", { IfMatch: ETag });
    await expect(s3.put("a", "third", { IfMatch: ETag })).rejects.toMatchObject(
      failure(412, "PreconditionFailed"),
    );
    await expect(s3.put("b", "new", { IfMatch: ETag })).rejects.toMatchObject(failure(404, "NoSuchKey"));
    expect((await s3.read("a")).toString()).toBe("second");
  });

  test("with what is not supported is refused by name", async () => {
    await expect(s3.put("a", "x", { Tagging: "a=b" })).rejects.toMatchObject({
      name: "NotImplemented",
      message: "The header x-amz-tagging: a=b is not available in the local S3",
    });
    await expect(s3.put("a", "x", { ACL: "public-read" })).rejects.toMatchObject(
      failure(501, "NotImplemented"),
    );
    await expect(s3.put("a", "x", { ServerSideEncryption: "aws:kms" })).rejects.toMatchObject({
      name: "NotImplemented",
    });
    await expect(s3.client.getBucketVersioning({ Bucket })).rejects.toThrow(
      "?versioning is not available in the local S3",
    );
    await expect(s3.client.listObjects({ Bucket })).rejects.toMatchObject(failure(501, "NotImplemented"));
    await expect(s3.client.deleteBucket({ Bucket })).rejects.toMatchObject(failure(501, "NotImplemented"));
    expect(s3.local.count(Bucket)).toBe(0);
  });
});

describe("an upload in parts", () => {
  const first = randomBytes(5 * 1024 * 1024);
  const second = randomBytes(1000);

  async function begin(Key = "big") {
    const { UploadId } = await s3.client.createMultipartUpload({
      Bucket,
      Key,
      ContentType: "application/zip",
    });
    if (UploadId === undefined) throw new Error("no upload id");
    const upload = { Bucket, Key, UploadId };
    const part = async (PartNumber: number, Body: Buffer) => {
      const { ETag, ChecksumCRC32 } = await s3.client.uploadPart({ ...upload, PartNumber, Body });
      return { PartNumber, ...(ETag && { ETag }), ...(ChecksumCRC32 && { ChecksumCRC32 }) };
    };
    return { upload, part };
  }

  test("becomes one object when it is complete and none before", async () => {
    const { upload, part } = await begin();
    const replaced = await part(2, randomBytes(10));
    const parts = [await part(1, first), await part(2, second)];
    expect(s3.local.count(Bucket)).toBe(0);
    const listed = await s3.client.listParts({ ...upload, MaxParts: 1 });
    expect(listed).toMatchObject({ IsTruncated: true, Parts: [{ PartNumber: 1, Size: first.length }] });
    const complete = (Parts: typeof parts) =>
      s3.client.completeMultipartUpload({ ...upload, MultipartUpload: { Parts } });
    await expect(complete([replaced])).rejects.toMatchObject(failure(400, "InvalidPart"));
    await expect(complete(parts.toReversed())).rejects.toMatchObject(failure(400, "InvalidPartOrder"));
    const { ETag } = await complete(parts);
    const expected = md5(Buffer.concat([md5(first), md5(second)])).toString("hex");
    expect(ETag).toBe(`"${expected}-2"`);
    expect((await s3.read("big")).equals(Buffer.concat([first, second]))).toBe(true);
    expect(await s3.client.headObject({ Bucket, Key: "big" })).toMatchObject({
      ContentType: "application/zip",
    });
    await expect(complete(parts)).rejects.toMatchObject(failure(404, "NoSuchUpload"));
  });

  test("needs parts of 5 MiB but for the last", async () => {
    const { upload, part } = await begin();
    const Parts = [await part(1, second), await part(2, second)];
    const attempt = s3.client.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
    );
    await expect(attempt).rejects.toMatchObject(failure(400, "EntityTooSmall"));
  });

  test("can be given up", async () => {
    const { upload, part } = await begin();
    await part(1, second);
    await s3.client.abortMultipartUpload(upload);
    await expect(part(2, second)).rejects.toMatchObject(failure(404, "NoSuchUpload"));
    expect(await readdir(join(s3.directory, Bucket, "uploads"))).toEqual([]);
    const stranger = { ...upload, UploadId: "../../objects" };
    await expect(s3.client.abortMultipartUpload(stranger)).rejects.toMatchObject(
      failure(404, "NoSuchUpload"),
    );
  });

  test("survives a restart", async () => {
    const { upload, part } = await begin();
    const Parts = [await part(1, first)];
    s3 = await s3.reopen();
    const { ETag } = await s3.client.uploadPart({ ...upload, PartNumber: 2, Body: second });
    await s3.client.completeMultipartUpload({
      ...upload,
      MultipartUpload: { Parts: [...Parts, { PartNumber: 2, ...(ETag && { ETag }) }] },
    });
    expect((await s3.read("big")).length).toBe(first.length + second.length);
  });
});
