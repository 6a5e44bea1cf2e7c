import { randomBytes } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Bucket, failure, md5, openBucket, START_MS, type OpenedBucket } from "./s3-harness.ts";

let s3: OpenedBucket;
beforeEach(async () => {
  s3 = await openBucket();
});

describe("an object", () => {
  test("comes back with its bytes, headers and metadata", async () => {
    const bytes = randomBytes(100_000);
    const written = await s3.put("p/a.jpg", bytes, {
      ContentType: "image/jpeg",
      CacheControl: "public, max-age=60",
      ContentDisposition: "inline",
      Metadata: { photo: "42" },
    });
    expect(written.ETag).toBe(`"${md5(bytes).toString("hex")}"`);
    expect(written.ChecksumCRC32).toBeDefined();
    const found = await s3.client.getObject({ Bucket, Key: "p/a.jpg" });
    expect(bytes.equals((await found.Body?.transformToByteArray()) ?? Buffer.of())).toBe(true);
    const expected = {
      ContentType: "image/jpeg",
      CacheControl: "public, max-age=60",
      ContentDisposition: "inline",
      Metadata: { photo: "42" },
      ContentLength: 100_000,
      ETag: written.ETag,
      ChecksumCRC32: written.ChecksumCRC32,
      LastModified: new Date(START_MS),
    };
    expect(found).toMatchObject(expected);
    const head = await s3.client.headObject({ Bucket, Key: "p/a.jpg", ChecksumMode: "ENABLED" });
    expect(head).toMatchObject(expected);
  });

  test("sent as a stream is stored without its framing", async () => {
    const handle = vi.spyOn(s3.local, "handle");
    const bytes = randomBytes(300_001);
    const pieces = [bytes.subarray(0, 70_000), bytes.subarray(70_000)];
    const { ChecksumCRC32 } = await s3.put("stream", Readable.from(pieces), { ContentLength: bytes.length });
    expect(handle.mock.calls[0]?.[0].headers).toMatchObject({
      "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
      "x-amz-trailer": "x-amz-checksum-crc32",
      "content-encoding": "aws-chunked",
    });
    expect((await s3.read("stream")).equals(bytes)).toBe(true);
    expect(ChecksumCRC32).toBe((await s3.put("plain", bytes)).ChecksumCRC32);
    expect((await s3.client.headObject({ Bucket, Key: "stream" })).ContentEncoding).toBeUndefined();
  });

  test.each(["CRC32C", "SHA1", "SHA256"] as const)(
    "carries the %s that the client computed",
    async (algorithm) => {
      const known = { CRC32C: "4waSgw==", SHA1: "98O8HYCOBHMqCSZZ17WKrnVxGRg=", SHA256: undefined }[
        algorithm
      ];
      const written = await s3.put("sum", "123456789", { ChecksumAlgorithm: algorithm });
      const value = written[`Checksum${algorithm}`];
      expect(value).toBeDefined();
      if (known !== undefined && algorithm === "CRC32C") expect(value).toBe(known);
      expect((await s3.read("sum")).toString()).toBe("123456789");
    },
  );

  test.each([
    "a b",
    "ä/あ 😀",
    "x/../y",
    "..",
    "plus+sign",
    "per%cent",
    "a//b",
    "q?x&y=1",
    "<&\">'",
    "x".repeat(1024),
  ])("may be called %j", async (Key) => {
    await s3.put(Key, `bytes of ${Key}`);
    expect((await s3.read(Key)).toString()).toBe(`bytes of ${Key}`);
    const { Contents } = await s3.client.listObjectsV2({ Bucket });
    expect(Contents?.map((one) => one.Key)).toEqual([Key]);
    await s3.client.deleteObject({ Bucket, Key });
    expect(s3.local.count(Bucket)).toBe(0);
  });

  test("is replaced as a whole, and gone after its deletion", async () => {
    await s3.put("a", "first", { Metadata: { old: "1" } });
    await s3.put("a", "second");
    const found = await s3.client.getObject({ Bucket, Key: "a" });
    expect(found.Metadata).toEqual({});
    expect(await found.Body?.transformToString()).toBe("second");
    await s3.client.deleteObject({ Bucket, Key: "a" });
    await s3.client.deleteObject({ Bucket, Key: "a" });
    await expect(s3.read("a")).rejects.toMatchObject(failure(404, "NoSuchKey"));
    await expect(s3.client.headObject({ Bucket, Key: "a" })).rejects.toMatchObject(failure(404, "NotFound"));
  });

  test("gives the part that is asked for", async () => {
    await s3.put("a", "0123456789");
    const part = async (Range: string) => {
      const { Body, ContentRange, $metadata } = await s3.client.getObject({ Bucket, Key: "a", Range });
      return [$metadata.httpStatusCode, ContentRange, await Body?.transformToString()];
    };
    expect(await part("bytes=2-4")).toEqual([206, "bytes 2-4/10", "234"]);
    expect(await part("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=-3")).toEqual([206, "bytes 7-9/10", "789"]);
    expect(await part("bytes=5-500")).toEqual([206, "bytes 5-9/10", "56789"]);
    expect(await part("bytes=4-2")).toEqual([200, undefined, "0123456789"]);
    await expect(part("bytes=10-")).rejects.toMatchObject(failure(416, "InvalidRange"));
  });

  test("is not sent again to who has it", async () => {
    const { ETag } = await s3.put("a");
    const get = (conditions: object) => s3.client.getObject({ Bucket, Key: "a", ...conditions });
    await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    await expect(get({ IfModifiedSince: new Date(START_MS) })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject(failure(412, "PreconditionFailed"));
    await expect(get({ IfUnmodifiedSince: new Date(START_MS - 1000) })).rejects.toMatchObject(
      failure(412, "PreconditionFailed"),
    );
    expect((await get({ IfNoneMatch: '"other"', IfMatch: ETag })).$metadata.httpStatusCode).toBe(200);
    expect((await get({ IfModifiedSince: new Date(START_MS - 1000) })).$metadata.httpStatusCode).toBe(200);
  });

  test("survives a restart, a half written one does not", async () => {
    await s3.put("p/a", "kept", { ContentType: "image/png", Metadata: { photo: "7" } });
    await writeFile(join(s3.directory, Bucket, "incoming", "half"), "bytes");
    s3 = await s3.reopen();
    expect(await s3.client.headObject({ Bucket, Key: "p/a" })).toMatchObject({
      ContentType: "image/png",
      Metadata: { photo: "7" },
    });
    expect((await s3.read("p/a")).toString()).toBe("kept");
    expect(s3.local.count(Bucket)).toBe(1);
    expect(await readdir(join(s3.directory, Bucket, "incoming"))).toEqual([]);
  });
});

describe("a copy", () => {
  test("takes the metadata along or replaces it", async () => {
    await s3.put("from/ä b", "bytes", { ContentType: "image/png", Metadata: { a: "1" } });
    const CopySource = `${Bucket}/${encodeURIComponent("from/ä b")}`;
    s3.advance(5000);
    const { CopyObjectResult } = await s3.client.copyObject({ Bucket, Key: "same", CopySource });
    expect(CopyObjectResult).toMatchObject({
      ETag: `"${md5("bytes").toString("hex")}"`,
      LastModified: new Date(START_MS + 5000),
    });
    expect(await s3.client.headObject({ Bucket, Key: "same" })).toMatchObject({
      ContentType: "image/png",
      Metadata: { a: "1" },
    });
    const replaced = { MetadataDirective: "REPLACE", ContentType: "text/plain" } as const;
    await s3.client.copyObject({ Bucket, Key: "other", CopySource, ...replaced });
    expect(await s3.client.headObject({ Bucket, Key: "other" })).toMatchObject({
      ContentType: "text/plain",
      Metadata: {},
    });
    expect((await s3.read("other")).toString()).toBe("bytes");
  });

  test("of nothing and onto itself is refused", async () => {
    await s3.put("a");
    const copy = (from: string) =>
      s3.client.copyObject({ Bucket, Key: "a", CopySource: `${Bucket}/${from}` });
    await expect(copy("missing")).rejects.toMatchObject(failure(404, "NoSuchKey"));
    await expect(copy("a")).rejects.toMatchObject(failure(400, "InvalidRequest"));
  });
});

describe("for the other stand-ins", () => {
  test("objects are read and counted without a signature", async () => {
    await s3.put("p/a", "bytes", { ContentType: "image/jpeg" });
    const object = await s3.local.getObject(Bucket, "p/a");
    expect(object?.body.toString()).toBe("bytes");
    expect(object?.head.headers["content-type"]).toBe("image/jpeg");
    expect(await s3.local.getObject(Bucket, "p/b")).toBeUndefined();
    await expect(s3.local.getObject("missing", "p/a")).rejects.toMatchObject({ code: "NoSuchBucket" });
    expect(s3.local.count(Bucket, "p/")).toBe(1);
    expect(s3.local.count(Bucket, "q/")).toBe(0);
  });
});
