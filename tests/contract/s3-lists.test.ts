import { beforeEach, describe, expect, test } from "vitest";
import { REGION } from "../../local/aws/service.ts";
import { Bucket, failure, openBucket, START_MS, type OpenedBucket } from "./s3-harness.ts";

let s3: OpenedBucket;
beforeEach(async () => {
  s3 = await openBucket();
});

describe("a list", () => {
  test("is sorted by bytes and comes in pages", async () => {
    for (const key of ["p/b", "p/a", "p/あ", "p/B", "q/1", "p/😀", "p/"]) await s3.put(key);
    const pages: (string | undefined)[][] = [];
    let token: string | undefined;
    do {
      const page = await s3.client.listObjectsV2({
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
    const { Contents } = await s3.client.listObjectsV2({ Bucket, StartAfter: "p/b", Prefix: "p/" });
    expect(Contents?.map(({ Key }) => Key)).toEqual(["p/あ", "p/😀"]);
    expect(Contents?.[0]).toMatchObject({
      Size: 5,
      LastModified: new Date(START_MS),
      StorageClass: "STANDARD",
    });
  });

  test("with a delimiter shows folders, also across pages", async () => {
    for (const key of ["a/1", "a/2", "b", "c/1", "c/d/1", "e"]) await s3.put(key);
    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const more = token === undefined ? {} : { ContinuationToken: token };
      const page = await s3.client.listObjectsV2({ Bucket, Delimiter: "/", MaxKeys: 1, ...more });
      seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(seen).toEqual(["a/", "b", "c/", "e"]);
    const inside = await s3.client.listObjectsV2({ Bucket, Delimiter: "/", Prefix: "c/" });
    expect(inside.Contents?.map(({ Key }) => Key)).toEqual(["c/1"]);
    expect(inside.CommonPrefixes).toEqual([{ Prefix: "c/d/" }]);
  });

  test("of a wrong token is refused, of nothing is empty", async () => {
    await expect(s3.client.listObjectsV2({ Bucket, ContinuationToken: "!" })).rejects.toMatchObject(
      failure(400, "InvalidArgument"),
    );
    expect(await s3.client.listObjectsV2({ Bucket })).toMatchObject({ KeyCount: 0, IsTruncated: false });
    expect(await s3.client.listObjectsV2({ Bucket, MaxKeys: 5000 })).toMatchObject({ MaxKeys: 1000 });
    expect(await s3.client.listObjectsV2({ Bucket })).toMatchObject({ MaxKeys: 1000 });
  });
});

describe("deleting many", () => {
  test("says what went and what may not go", async () => {
    for (const key of ["p/a", "p/<&>", "q/a"]) await s3.put(key);
    const cleaner = s3.asRole("role-1", {
      Effect: "Allow",
      Action: "s3:DeleteObject",
      Resource: `arn:aws:s3:::${Bucket}/p/*`,
    });
    const Objects = ["p/a", "p/<&>", "p/missing", "q/a"].map((Key) => ({ Key }));
    const { Deleted, Errors } = await cleaner.deleteObjects({ Bucket, Delete: { Objects } });
    expect(Deleted?.map(({ Key }) => Key)).toEqual(["p/a", "p/<&>", "p/missing"]);
    expect(Errors).toMatchObject([{ Key: "q/a", Code: "AccessDenied" }]);
    expect(s3.local.count(Bucket)).toBe(1);
    const quiet = await s3.client.deleteObjects({
      Bucket,
      Delete: { Objects: [{ Key: "q/a" }], Quiet: true },
    });
    expect(quiet.Deleted).toBeUndefined();
    expect(s3.local.count(Bucket)).toBe(0);
  });

  test("with a version is refused by name", async () => {
    await s3.put("a");
    const Delete = { Objects: [{ Key: "a", VersionId: "1" }] };
    await expect(s3.client.deleteObjects({ Bucket, Delete })).rejects.toThrow("DeleteObjects with VersionId");
    expect(s3.local.count(Bucket)).toBe(1);
  });
});

describe("buckets", () => {
  test("are made, found and listed", async () => {
    await s3.client.createBucket({
      Bucket: "another",
      CreateBucketConfiguration: { LocationConstraint: REGION },
    });
    await s3.local.ensureBucket("another");
    const { Buckets } = await s3.client.listBuckets({});
    expect(Buckets?.map(({ Name }) => Name)).toEqual(["another", Bucket]);
    expect((await s3.client.getBucketLocation({ Bucket: "another" })).LocationConstraint).toBe(REGION);
    expect((await s3.client.headBucket({ Bucket: "another" })).BucketRegion).toBe(REGION);
    await expect(s3.client.createBucket({ Bucket: "another" })).rejects.toMatchObject(
      failure(409, "BucketAlreadyOwnedByYou"),
    );
    await expect(s3.client.createBucket({ Bucket: "Not_A_Name" })).rejects.toMatchObject(
      failure(400, "InvalidBucketName"),
    );
    await expect(s3.put("a", "x", { Bucket: "missing" })).rejects.toMatchObject(failure(404, "NoSuchBucket"));
    await expect(s3.client.headBucket({ Bucket: "missing" })).rejects.toMatchObject(failure(404, "NotFound"));
  });
});
