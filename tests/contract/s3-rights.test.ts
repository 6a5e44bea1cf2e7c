import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { beforeEach, describe, expect, test } from "vitest";
import { Bucket, failure, openBucket, type OpenedBucket } from "./s3-harness.ts";

let s3: OpenedBucket;
beforeEach(async () => {
  s3 = await openBucket();
});

describe("rights", () => {
  test("a role does with its prefix what its policy says and nothing else", async () => {
    await s3.put("p/a");
    await s3.put("q/a");
    const writer = s3.asRole("role-1", {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: `arn:aws:s3:::${Bucket}/p/*`,
    });
    expect((await s3.read("p/a", writer)).toString()).toBe("p/a");
    await writer.putObject({ Bucket, Key: "p/b", Body: "x" });
    const denied = (action: string, resource: string) => ({
      name: "AccessDenied",
      message: expect.stringContaining(
        `is not authorized to perform: ${action} on resource: arn:aws:s3:::${resource}`,
      ),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(s3.read("q/a", writer)).rejects.toMatchObject(denied("s3:GetObject", `${Bucket}/q/a`));
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
    expect(s3.local.count(Bucket)).toBe(3);
  });

  test("a missing key is told only to who may list", async () => {
    const Resource = `arn:aws:s3:::${Bucket}/*`;
    const blind = s3.asRole("role-2", { Effect: "Allow", Action: "s3:GetObject", Resource });
    await expect(s3.read("missing", blind)).rejects.toMatchObject(failure(403, "AccessDenied"));
    await expect(blind.headObject({ Bucket, Key: "missing" })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    const list = { Effect: "Allow", Action: "s3:ListBucket", Resource: `arn:aws:s3:::${Bucket}` } as const;
    const seeing = s3.asRole("role-3", { Effect: "Allow", Action: "s3:GetObject", Resource }, list);
    await expect(s3.read("missing", seeing)).rejects.toMatchObject(failure(404, "NoSuchKey"));
  });

  test("a list can be bound to a prefix", async () => {
    await s3.put("p/a");
    const lister = s3.asRole("role-4", {
      Effect: "Allow",
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
