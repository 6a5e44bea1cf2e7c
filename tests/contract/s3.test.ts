import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  GetObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  S3,
  type PutObjectCommandInput,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createGateway, type Gateway } from "../../local/aws/gateway/gateway.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createS3, type S3 as LocalS3 } from "../../local/aws/s3/create-s3.ts";
import { ACCOUNT_ID, REGION, type RestService } from "../../local/aws/service.ts";

const START_MS = Date.UTC(2026, 10, 20, 9);
const Bucket = "egao-photos";

const absent: RestService = {
  handle: () => Promise.reject(new Error("not part of this test")),
  renderError: ({ status, message }) => ({ status, body: message }),
};
const identities = createIdentities();

let now = START_MS;
let directory: string;
let local: LocalS3;
let gateway: Gateway;
let origin: string;
let client: S3;

beforeEach(async () => {
  now = START_MS;
  directory = await mkdtemp(join(tmpdir(), "egao-s3-"));
  await start();
  await local.ensureBucket(Bucket);
});

afterEach(async () => {
  await stop();
  await rm(directory, { recursive: true, force: true });
});

async function start(): Promise<void> {
  local = await createS3({ clock: () => now, directory });
  const rest = { lambda: absent, cloudFront: absent, s3: local };
  gateway = createGateway({ clock: Date.now, identities, log: console.error, jsonServices: [], ...rest });
  origin = (await gateway.listen(0)).origin;
  client = connect(identities.administrator);
}

async function stop(): Promise<void> {
  client.destroy();
  await gateway.close();
}

type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

function connect({ accessKeyId, secretAccessKey, sessionToken }: Credentials, more: S3ClientConfig = {}): S3 {
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  return new S3({ endpoint: origin, region: REGION, credentials, maxAttempts: 1, ...more });
}

/** A client with exactly these rights on the bucket. */
function role(
  ...statements: {
    Action: string | string[];
    Resource: string;
    Condition?: Record<string, Record<string, string[]>>;
  }[]
): S3 {
  const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/${randomBytes(4).toString("hex")}`;
  const Statement = statements.map((one) => ({ Effect: "Allow" as const, ...one }));
  identities.addRole({ roleArn, policies: [{ Version: "2012-10-17", Statement }] });
  return connect(identities.credentialsFor(roleArn));
}

function put(
  Key: string,
  Body: PutObjectCommandInput["Body"] = Key,
  more: Partial<PutObjectCommandInput> = {},
) {
  return client.putObject({ Bucket, Key, Body, ...more });
}

async function read(Key: string, from = client): Promise<Buffer> {
  const { Body } = await from.getObject({ Bucket, Key });
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

const md5 = (bytes: Buffer | string) => createHash("md5").update(bytes).digest();
const failure = (httpStatusCode: number, name: string) => ({ name, $metadata: { httpStatusCode } });

describe("an object", () => {
  test("comes back with its bytes, headers and metadata", async () => {
    const bytes = randomBytes(100_000);
    const written = await put("p/a.jpg", bytes, {
      ContentType: "image/jpeg",
      CacheControl: "public, max-age=60",
      ContentDisposition: "inline",
      Metadata: { photo: "42" },
    });
    expect(written.ETag).toBe(`"${md5(bytes).toString("hex")}"`);
    expect(written.ChecksumCRC32).toBeDefined();
    const found = await client.getObject({ Bucket, Key: "p/a.jpg" });
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
    const head = await client.headObject({ Bucket, Key: "p/a.jpg", ChecksumMode: "ENABLED" });
    expect(head).toMatchObject(expected);
  });

  test("sent as a stream is stored without its framing", async () => {
    const bytes = randomBytes(300_001);
    const pieces = [bytes.subarray(0, 70_000), bytes.subarray(70_000)];
    const { ChecksumCRC32 } = await put("stream", Readable.from(pieces), { ContentLength: bytes.length });
    expect((await read("stream")).equals(bytes)).toBe(true);
    expect(ChecksumCRC32).toBe((await put("plain", bytes)).ChecksumCRC32);
    expect((await client.headObject({ Bucket, Key: "stream" })).ContentEncoding).toBeUndefined();
  });

  test.each(["CRC32C", "SHA1", "SHA256"] as const)(
    "carries the %s that the client computed",
    async (algorithm) => {
      const known = { CRC32C: "4waSgw==", SHA1: "98O8HYCOBHMqCSZZ17WKrnVxGRg=", SHA256: undefined }[
        algorithm
      ];
      const written = await put("sum", "123456789", { ChecksumAlgorithm: algorithm });
      const value = written[`Checksum${algorithm}`];
      expect(value).toBeDefined();
      if (known !== undefined && algorithm === "CRC32C") expect(value).toBe(known);
      expect((await read("sum")).toString()).toBe("123456789");
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
    await put(Key, `bytes of ${Key}`);
    expect((await read(Key)).toString()).toBe(`bytes of ${Key}`);
    const { Contents } = await client.listObjectsV2({ Bucket });
    expect(Contents?.map((one) => one.Key)).toEqual([Key]);
    await client.deleteObject({ Bucket, Key });
    expect(local.count(Bucket)).toBe(0);
  });

  test("is replaced as a whole, and gone after its deletion", async () => {
    await put("a", "first", { Metadata: { old: "1" } });
    await put("a", "second");
    const found = await client.getObject({ Bucket, Key: "a" });
    expect(found.Metadata).toEqual({});
    expect(await found.Body?.transformToString()).toBe("second");
    await client.deleteObject({ Bucket, Key: "a" });
    await client.deleteObject({ Bucket, Key: "a" });
    await expect(read("a")).rejects.toMatchObject(failure(404, "NoSuchKey"));
    await expect(client.headObject({ Bucket, Key: "a" })).rejects.toMatchObject(failure(404, "NotFound"));
  });

  test("gives the part that is asked for", async () => {
    await put("a", "0123456789");
    const part = async (Range: string) => {
      const { Body, ContentRange, $metadata } = await client.getObject({ Bucket, Key: "a", Range });
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
    const { ETag } = await put("a");
    const get = (conditions: object) => client.getObject({ Bucket, Key: "a", ...conditions });
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
    await put("p/a", "kept", { ContentType: "image/png", Metadata: { photo: "7" } });
    await writeFile(join(directory, Bucket, "incoming", "half"), "bytes");
    await stop();
    await start();
    expect(await client.headObject({ Bucket, Key: "p/a" })).toMatchObject({
      ContentType: "image/png",
      Metadata: { photo: "7" },
    });
    expect((await read("p/a")).toString()).toBe("kept");
    expect(local.count(Bucket)).toBe(1);
    expect(await readdir(join(directory, Bucket, "incoming"))).toEqual([]);
  });
});

describe("a write", () => {
  test("with a wrong MD5 or checksum stores nothing", async () => {
    const refused = [
      { ContentMD5: md5("other").toString("base64") },
      { ChecksumCRC32: "AAAAAA==" },
      { ChecksumSHA256: createHash("sha256").update("other").digest("base64") },
    ];
    for (const claim of refused)
      await expect(put("a", "bytes", claim)).rejects.toMatchObject(failure(400, "BadDigest"));
    await expect(put("a", "bytes", { ContentMD5: "no digest" })).rejects.toMatchObject(
      failure(400, "InvalidDigest"),
    );
    expect(local.count(Bucket)).toBe(0);
    await put("a", "bytes", { ContentMD5: md5("bytes").toString("base64") });
    expect(local.count(Bucket)).toBe(1);
  });

  test("whose stream was damaged or cut off on the way stores nothing", async () => {
    const framed = (data: string, checksum: string) =>
      `5\r\n${data}\r\n0\r\nx-amz-checksum-crc32:${checksum}\r\n\r\n`;
    const send = (body: string) =>
      local.handle(
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
        identities.administrator.caller,
      );
    const right = framed("hello", "NhCmhg==");
    await expect(send(right.replace("hello", "hallo"))).rejects.toMatchObject({ code: "BadDigest" });
    await expect(send(right.slice(0, 9))).rejects.toMatchObject({ code: "IncompleteBody" });
    await expect(send("5\r\nhello\r\n0\r\n\r\n")).rejects.toMatchObject({ code: "MalformedTrailerError" });
    await expect(send("zz\r\nhello\r\n0\r\n\r\n")).rejects.toMatchObject({ code: "IncompleteBody" });
    expect(local.count(Bucket)).toBe(0);
    expect(await send(right)).toMatchObject({ status: 200 });
    expect((await read("a")).toString()).toBe("hello");
  });

  test("with If-None-Match: * wins only once, also in a race", async () => {
    const race = Array.from({ length: 20 }, (_, at) => put("once", `writer ${at}`, { IfNoneMatch: "*" }));
    const results = await Promise.allSettled(race);
    const winners = results.flatMap(({ status }, at) => (status === "fulfilled" ? [at] : []));
    expect(winners).toHaveLength(1);
    expect((await read("once")).toString()).toBe(`writer ${winners[0]}`);
    await expect(put("once", "late", { IfNoneMatch: "*" })).rejects.toMatchObject(
      failure(412, "PreconditionFailed"),
    );
    expect(await readdir(join(directory, Bucket, "incoming"))).toEqual([]);
  });

  test("with If-Match replaces only what it knows", async () => {
    const { ETag } = await put("a", "first");
    await put("a", "second", { IfMatch: ETag });
    await expect(put("a", "third", { IfMatch: ETag })).rejects.toMatchObject(
      failure(412, "PreconditionFailed"),
    );
    await expect(put("b", "new", { IfMatch: ETag })).rejects.toMatchObject(failure(404, "NoSuchKey"));
    expect((await read("a")).toString()).toBe("second");
  });

  test("with what is not supported is refused by name", async () => {
    await expect(put("a", "x", { Tagging: "a=b" })).rejects.toMatchObject({
      name: "NotImplemented",
      message: "The header x-amz-tagging: a=b is not available in the local S3",
    });
    await expect(put("a", "x", { ACL: "public-read" })).rejects.toMatchObject(failure(501, "NotImplemented"));
    await expect(put("a", "x", { ServerSideEncryption: "aws:kms" })).rejects.toMatchObject({
      name: "NotImplemented",
    });
    await expect(client.getBucketVersioning({ Bucket })).rejects.toThrow(
      "?versioning is not available in the local S3",
    );
    await expect(client.listObjects({ Bucket })).rejects.toMatchObject(failure(501, "NotImplemented"));
    await expect(client.deleteBucket({ Bucket })).rejects.toMatchObject(failure(501, "NotImplemented"));
    expect(local.count(Bucket)).toBe(0);
  });
});

describe("a copy", () => {
  test("takes the metadata along or replaces it", async () => {
    await put("from/ä b", "bytes", { ContentType: "image/png", Metadata: { a: "1" } });
    const CopySource = `${Bucket}/${encodeURIComponent("from/ä b")}`;
    now += 5000;
    const { CopyObjectResult } = await client.copyObject({ Bucket, Key: "same", CopySource });
    expect(CopyObjectResult).toMatchObject({
      ETag: `"${md5("bytes").toString("hex")}"`,
      LastModified: new Date(START_MS + 5000),
    });
    expect(await client.headObject({ Bucket, Key: "same" })).toMatchObject({
      ContentType: "image/png",
      Metadata: { a: "1" },
    });
    const replaced = { MetadataDirective: "REPLACE", ContentType: "text/plain" } as const;
    await client.copyObject({ Bucket, Key: "other", CopySource, ...replaced });
    expect(await client.headObject({ Bucket, Key: "other" })).toMatchObject({
      ContentType: "text/plain",
      Metadata: {},
    });
    expect((await read("other")).toString()).toBe("bytes");
  });

  test("of nothing and onto itself is refused", async () => {
    await put("a");
    const copy = (from: string) => client.copyObject({ Bucket, Key: "a", CopySource: `${Bucket}/${from}` });
    await expect(copy("missing")).rejects.toMatchObject(failure(404, "NoSuchKey"));
    await expect(copy("a")).rejects.toMatchObject(failure(400, "InvalidRequest"));
  });
});

describe("a list", () => {
  test("is sorted by bytes and comes in pages", async () => {
    for (const key of ["p/b", "p/a", "p/あ", "p/B", "q/1", "p/😀", "p/"]) await put(key);
    const pages: (string | undefined)[][] = [];
    let token: string | undefined;
    do {
      const page = await client.listObjectsV2({
        Bucket,
        Prefix: "p/",
        MaxKeys: 2,
        ...(token !== undefined && { ContinuationToken: token }),
      });
      expect(page.KeyCount).toBe(page.Contents?.length);
      pages.push((page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(pages).toEqual([
      ["p/", "p/B"],
      ["p/a", "p/b"],
      ["p/あ", "p/😀"],
    ]);
    const { Contents } = await client.listObjectsV2({ Bucket, StartAfter: "p/b", Prefix: "p/" });
    expect(Contents?.map(({ Key }) => Key)).toEqual(["p/あ", "p/😀"]);
    expect(Contents?.[0]).toMatchObject({
      Size: 5,
      LastModified: new Date(START_MS),
      StorageClass: "STANDARD",
    });
  });

  test("with a delimiter shows folders, also across pages", async () => {
    for (const key of ["a/1", "a/2", "b", "c/1", "c/d/1", "e"]) await put(key);
    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const more = token === undefined ? {} : { ContinuationToken: token };
      const page = await client.listObjectsV2({ Bucket, Delimiter: "/", MaxKeys: 1, ...more });
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(seen).toEqual(["a/", "b", "c/", "e"]);
    const inside = await client.listObjectsV2({ Bucket, Delimiter: "/", Prefix: "c/" });
    expect(inside.Contents?.map(({ Key }) => Key)).toEqual(["c/1"]);
    expect(inside.CommonPrefixes).toEqual([{ Prefix: "c/d/" }]);
  });

  test("of a wrong token is refused, of nothing is empty", async () => {
    await expect(client.listObjectsV2({ Bucket, ContinuationToken: "!" })).rejects.toMatchObject(
      failure(400, "InvalidArgument"),
    );
    expect(await client.listObjectsV2({ Bucket })).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });
});

describe("deleting many", () => {
  test("says what went and what may not go", async () => {
    for (const key of ["p/a", "p/<&>", "q/a"]) await put(key);
    const cleaner = role({ Action: "s3:DeleteObject", Resource: `arn:aws:s3:::${Bucket}/p/*` });
    const Objects = ["p/a", "p/<&>", "p/missing", "q/a"].map((Key) => ({ Key }));
    const { Deleted, Errors } = await cleaner.deleteObjects({ Bucket, Delete: { Objects } });
    expect(Deleted?.map(({ Key }) => Key)).toEqual(["p/a", "p/<&>", "p/missing"]);
    expect(Errors).toMatchObject([{ Key: "q/a", Code: "AccessDenied" }]);
    expect(local.count(Bucket)).toBe(1);
    const quiet = await client.deleteObjects({ Bucket, Delete: { Objects: [{ Key: "q/a" }], Quiet: true } });
    expect(quiet.Deleted).toBeUndefined();
    expect(local.count(Bucket)).toBe(0);
  });

  test("with a version is refused by name", async () => {
    await put("a");
    const Delete = { Objects: [{ Key: "a", VersionId: "1" }] };
    await expect(client.deleteObjects({ Bucket, Delete })).rejects.toThrow("DeleteObjects with VersionId");
    expect(local.count(Bucket)).toBe(1);
  });
});

describe("an upload in parts", () => {
  const first = randomBytes(5 * 1024 * 1024);
  const second = randomBytes(1000);

  async function begin(Key = "big") {
    const { UploadId } = await client.createMultipartUpload({ Bucket, Key, ContentType: "application/zip" });
    if (UploadId === undefined) throw new Error("no upload id");
    const upload = { Bucket, Key, UploadId };
    const part = async (PartNumber: number, Body: Buffer) => {
      const { ETag, ChecksumCRC32 } = await client.uploadPart({ ...upload, PartNumber, Body });
      return { PartNumber, ...(ETag && { ETag }), ...(ChecksumCRC32 && { ChecksumCRC32 }) };
    };
    return { upload, part };
  }

  test("becomes one object when it is complete and none before", async () => {
    const { upload, part } = await begin();
    const replaced = await part(2, randomBytes(10));
    const parts = [await part(1, first), await part(2, second)];
    expect(local.count(Bucket)).toBe(0);
    const listed = await client.listParts({ ...upload, MaxParts: 1 });
    expect(listed).toMatchObject({ IsTruncated: true, Parts: [{ PartNumber: 1, Size: first.length }] });
    const complete = (Parts: typeof parts) =>
      client.completeMultipartUpload({ ...upload, MultipartUpload: { Parts } });
    await expect(complete([replaced])).rejects.toMatchObject(failure(400, "InvalidPart"));
    await expect(complete(parts.toReversed())).rejects.toMatchObject(failure(400, "InvalidPartOrder"));
    const { ETag } = await complete(parts);
    const expected = md5(Buffer.concat([md5(first), md5(second)])).toString("hex");
    expect(ETag).toBe(`"${expected}-2"`);
    expect((await read("big")).equals(Buffer.concat([first, second]))).toBe(true);
    expect(await client.headObject({ Bucket, Key: "big" })).toMatchObject({ ContentType: "application/zip" });
    await expect(complete(parts)).rejects.toMatchObject(failure(404, "NoSuchUpload"));
  });

  test("needs parts of 5 MiB but for the last", async () => {
    const { upload, part } = await begin();
    const Parts = [await part(1, second), await part(2, second)];
    const attempt = client.send(
      new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
    );
    await expect(attempt).rejects.toMatchObject(failure(400, "EntityTooSmall"));
  });

  test("can be given up", async () => {
    const { upload, part } = await begin();
    await part(1, second);
    await client.abortMultipartUpload(upload);
    await expect(part(2, second)).rejects.toMatchObject(failure(404, "NoSuchUpload"));
    expect(await readdir(join(directory, Bucket, "uploads"))).toEqual([]);
    const stranger = { ...upload, UploadId: "../../objects" };
    await expect(client.abortMultipartUpload(stranger)).rejects.toMatchObject(failure(404, "NoSuchUpload"));
  });

  test("survives a restart", async () => {
    const { upload, part } = await begin();
    const Parts = [await part(1, first)];
    await stop();
    await start();
    const { ETag } = await client.uploadPart({ ...upload, PartNumber: 2, Body: second });
    await client.completeMultipartUpload({
      ...upload,
      MultipartUpload: { Parts: [...Parts, { PartNumber: 2, ...(ETag && { ETag }) }] },
    });
    expect((await read("big")).length).toBe(first.length + second.length);
  });
});

describe("buckets", () => {
  test("are made, found and listed", async () => {
    await client.createBucket({
      Bucket: "another",
      CreateBucketConfiguration: { LocationConstraint: REGION },
    });
    await local.ensureBucket("another");
    const { Buckets } = await client.listBuckets({});
    expect(Buckets?.map(({ Name }) => Name)).toEqual(["another", Bucket]);
    expect((await client.getBucketLocation({ Bucket: "another" })).LocationConstraint).toBe(REGION);
    expect((await client.headBucket({ Bucket: "another" })).BucketRegion).toBe(REGION);
    await expect(client.createBucket({ Bucket: "another" })).rejects.toMatchObject(
      failure(409, "BucketAlreadyOwnedByYou"),
    );
    await expect(client.createBucket({ Bucket: "Not_A_Name" })).rejects.toMatchObject(
      failure(400, "InvalidBucketName"),
    );
    await expect(put("a", "x", { Bucket: "missing" })).rejects.toMatchObject(failure(404, "NoSuchBucket"));
    await expect(client.headBucket({ Bucket: "missing" })).rejects.toMatchObject(failure(404, "NotFound"));
  });
});

describe("rights", () => {
  test("a role does with its prefix what its policy says and nothing else", async () => {
    await put("p/a");
    await put("q/a");
    const writer = role({ Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::${Bucket}/p/*` });
    expect((await read("p/a", writer)).toString()).toBe("p/a");
    await writer.putObject({ Bucket, Key: "p/b", Body: "x" });
    const denied = (action: string, resource: string) => ({
      name: "AccessDenied",
      message: expect.stringContaining(
        `is not authorized to perform: ${action} on resource: arn:aws:s3:::${resource}`,
      ),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(read("q/a", writer)).rejects.toMatchObject(denied("s3:GetObject", `${Bucket}/q/a`));
    await expect(writer.putObject({ Bucket, Key: "q/b", Body: "x" })).rejects.toMatchObject(
      denied("s3:PutObject", `${Bucket}/q/b`),
    );
    await expect(writer.deleteObject({ Bucket, Key: "p/a" })).rejects.toMatchObject(
      denied("s3:DeleteObject", `${Bucket}/p/a`),
    );
    await expect(
      writer.copyObject({ Bucket, Key: "p/c", CopySource: `${Bucket}/q/a` }),
    ).rejects.toMatchObject(denied("s3:GetObject", `${Bucket}/q/a`));
    await expect(writer.listObjectsV2({ Bucket })).rejects.toMatchObject(denied("s3:ListBucket", Bucket));
    await expect(writer.send(new ListBucketsCommand({}))).rejects.toMatchObject(
      denied("s3:ListAllMyBuckets", "*"),
    );
    expect(local.count(Bucket)).toBe(3);
  });

  test("a missing key is told only to who may list", async () => {
    const Resource = `arn:aws:s3:::${Bucket}/*`;
    const blind = role({ Action: "s3:GetObject", Resource });
    await expect(read("missing", blind)).rejects.toMatchObject(failure(403, "AccessDenied"));
    await expect(blind.headObject({ Bucket, Key: "missing" })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const list = { Action: "s3:ListBucket", Resource: `arn:aws:s3:::${Bucket}` };
    const seeing = role({ Action: "s3:GetObject", Resource }, list);
    await expect(read("missing", seeing)).rejects.toMatchObject(failure(404, "NoSuchKey"));
  });

  test("a list can be bound to a prefix", async () => {
    await put("p/a");
    const lister = role({
      Action: "s3:ListBucket",
      Resource: `arn:aws:s3:::${Bucket}`,
      Condition: { StringLike: { "s3:prefix": ["p/*"] } },
    });
    expect((await lister.listObjectsV2({ Bucket, Prefix: "p/" })).KeyCount).toBe(1);
    await expect(lister.listObjectsV2({ Bucket, Prefix: "q/" })).rejects.toMatchObject(
      failure(403, "AccessDenied"),
    );
    await expect(lister.listObjectsV2({ Bucket })).rejects.toMatchObject(failure(403, "AccessDenied"));
  });
});

describe("a signed URL", () => {
  test("lets anybody read, with the headers that it wants", async () => {
    await put("p/a", "bytes", { ContentType: "image/jpeg" });
    const command = new GetObjectCommand({ Bucket, Key: "p/a", ResponseContentDisposition: "attachment" });
    const url = await getSignedUrl(client, command, { expiresIn: 60 });
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
    const signer = connect(identities.administrator, { requestChecksumCalculation: "WHEN_REQUIRED" });
    const command = new PutObjectCommand({ Bucket, Key: "p/new", Metadata: { photo: "9" } });
    const url = await getSignedUrl(signer, command, { expiresIn: 60 });
    expect((await fetch(url, { method: "PUT", body: "uploaded" })).status).toBe(200);
    expect((await read("p/new")).toString()).toBe("uploaded");
    expect((await client.headObject({ Bucket, Key: "p/new" })).Metadata).toEqual({ photo: "9" });
  });

  test("with the checksum of no bytes baked in refuses other bytes", async () => {
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: "p/new" }), { expiresIn: 60 });
    expect(url).toContain("x-amz-checksum-crc32");
    const answer = await fetch(url, { method: "PUT", body: "uploaded" });
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining("<Code>BadDigest</Code>"),
    ]);
    expect(local.count(Bucket)).toBe(0);
  });
});

describe("for the other stand-ins", () => {
  test("objects are read and counted without a signature", async () => {
    await put("p/a", "bytes", { ContentType: "image/jpeg" });
    const object = await local.getObject(Bucket, "p/a");
    expect(object?.body.toString()).toBe("bytes");
    expect(object?.head.headers["content-type"]).toBe("image/jpeg");
    expect(await local.getObject(Bucket, "p/b")).toBeUndefined();
    await expect(local.getObject("missing", "p/a")).rejects.toMatchObject({ code: "NoSuchBucket" });
    expect(local.count(Bucket, "p/")).toBe(1);
    expect(local.count(Bucket, "q/")).toBe(0);
  });
});
