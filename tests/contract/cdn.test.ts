import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { CloudFront } from "@aws-sdk/client-cloudfront";
import { S3, type PutObjectCommandInput } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createCloudFront,
  type CloudFront as LocalCloudFront,
} from "../../local/aws/cloudfront/create-cloud-front.ts";
import type { Distribution } from "../../local/aws/cloudfront/distribution.ts";
import { createGateway, type Gateway } from "../../local/aws/gateway/gateway.ts";
import { createIdentities } from "../../local/aws/iam/identities.ts";
import { createS3, type S3 as LocalS3 } from "../../local/aws/s3/create-s3.ts";
import { ACCOUNT_ID, REGION, type RestService } from "../../local/aws/service.ts";

const Bucket = "egao-photos";
const DistributionId = "E2LOCAL";

const absent: RestService = {
  handle: () => Promise.reject(new Error("not part of this test")),
  renderError: ({ status, message }) => ({ status, body: message }),
};
const identities = createIdentities();

let now: number;
let directory: string;
let s3: LocalS3;
let local: LocalCloudFront;
let distribution: Distribution;
let gateway: Gateway;
let awsOrigin: string;
let cdnOrigin: string;
let photos: S3;
let client: CloudFront;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 20, 9);
  directory = await mkdtemp(join(tmpdir(), "egao-cdn-"));
  s3 = await createS3({ clock: () => now, directory });
  await s3.ensureBucket(Bucket);
  local = createCloudFront({ clock: () => now, s3 });
  distribution = local.createDistribution({ id: DistributionId, bucket: Bucket, originPath: "/public" });
  cdnOrigin = (await distribution.listen(0)).origin;
  gateway = createGateway({
    clock: Date.now,
    identities,
    log: console.error,
    jsonServices: [],
    lambda: absent,
    cloudFront: local,
    s3,
  });
  awsOrigin = (await gateway.listen(0)).origin;
  photos = new S3({
    endpoint: awsOrigin,
    region: REGION,
    credentials: identities.administrator,
    maxAttempts: 1,
  });
  client = connect(identities.administrator);
});

afterEach(async () => {
  photos.destroy();
  client.destroy();
  await gateway.close();
  await distribution.close();
  await rm(directory, { recursive: true, force: true });
});

function connect(credentials: { accessKeyId: string; secretAccessKey: string }): CloudFront {
  // A global service: its calls are signed for us-east-1, wherever the caller is.
  return new CloudFront({ endpoint: awsOrigin, region: "us-east-1", credentials, maxAttempts: 1 });
}

function put(Key: string, Body = Key, more: Partial<PutObjectCommandInput> = {}) {
  const headers = { ContentType: "image/jpeg", CacheControl: "public, max-age=60" };
  return photos.putObject({ Bucket, Key, Body, ...headers, ...more });
}

async function get(path: string, init?: RequestInit) {
  const answer = await fetch(cdnOrigin + path, init);
  const header = (name: string) => answer.headers.get(name);
  return { status: answer.status, text: await answer.text(), header, cache: header("x-cache") };
}

let references = 0;
function invalidate(Items: string[], CallerReference = `reference ${(references += 1)}`, by = client) {
  const InvalidationBatch = { CallerReference, Paths: { Quantity: Items.length, Items } };
  return by.createInvalidation({ DistributionId, InvalidationBatch });
}

describe("a viewer", () => {
  test("gets a public object with what its owner said about it", async () => {
    const { ETag } = await put("public/p/a.jpg", "bytes");
    const { status, text, header, cache } = await get("/p/a.jpg?ignored=1");
    expect([status, text, cache]).toEqual([200, "bytes", "Miss from cloudfront"]);
    expect(header("etag")).toBe(ETag);
    expect(header("content-type")).toBe("image/jpeg");
    expect(header("cache-control")).toBe("public, max-age=60");
    expect(header("content-length")).toBe("5");
    expect(header("access-control-allow-origin")).toBe("*");
    expect(header("age")).toBeNull();
  });

  test("gets headers alone, a part, or nothing when it has it", async () => {
    const { ETag } = await put("public/p/a.jpg", "0123456789");
    const head = await get("/p/a.jpg", { method: "HEAD" });
    expect([head.status, head.text, head.header("content-length")]).toEqual([200, "", "10"]);
    const part = await get("/p/a.jpg", { headers: { Range: "bytes=2-4" } });
    expect([part.status, part.text, part.header("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
    const known = await get("/p/a.jpg", { headers: { "If-None-Match": ETag ?? "" } });
    expect([known.status, known.text]).toEqual([304, ""]);
    expect((await get("/p/a.jpg", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    expect((await get("/p/a.jpg", { headers: { Range: "bytes=10-" } })).status).toBe(416);
  });

  test("gets names that need encoding", async () => {
    await put("public/p/笑 顔+1.jpg", "bytes");
    expect((await get(`/p/${encodeURIComponent("笑 顔+1.jpg")}`)).text).toBe("bytes");
    expect((await get("/p/%E0%A4")).status).toBe(400);
  });

  test("gets nothing that is not public", async () => {
    await put("originals/secret.jpg", "secret");
    await put("public-not/secret.jpg", "secret");
    await put("public/p/a.jpg", "bytes");
    const paths = [
      "/originals/secret.jpg",
      "/../originals/secret.jpg",
      "/p/../../originals/secret.jpg",
      "/%2e%2e/originals/secret.jpg",
      "/..%2foriginals%2fsecret.jpg",
      "//originals/secret.jpg",
      "-not/secret.jpg",
      "/",
      "/p/",
      "/p",
      "/missing.jpg",
      "/../../../../../../etc/passwd",
    ];
    for (const path of paths) {
      const { status, body } = await getRaw(path);
      expect([path, status]).toEqual([path, path.startsWith("/") ? 403 : 400]);
      expect(body).not.toContain("secret");
    }
    expect((await get("/missing.jpg")).text).toContain("<Code>AccessDenied</Code>");
    expect((await get("/missing.jpg")).cache).toBe("Error from cloudfront");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("cannot %s", async (method) => {
    await put("public/p/a.jpg", "bytes");
    expect((await get("/p/a.jpg", { method })).status).toBe(403);
    expect(s3.count(Bucket, "public/")).toBe(1);
  });

  test("comes from this machine only", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4");
    const { port } = new URL(cdnOrigin);
    const addresses = ["[::1]", ...(outside === undefined ? [] : [outside.address])];
    for (const address of addresses)
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow("fetch failed");
  });
});

describe("the cache", () => {
  test("answers for max-age and then asks again", async () => {
    await put("public/p/a.jpg", "first");
    await get("/p/a.jpg");
    await put("public/p/a.jpg", "second");
    now += 59_000;
    const hit = await get("/p/a.jpg");
    expect([hit.text, hit.cache, hit.header("age")]).toEqual(["first", "Hit from cloudfront", "59"]);
    now += 1000;
    const miss = await get("/p/a.jpg");
    expect([miss.text, miss.cache, miss.header("age")]).toEqual(["second", "Miss from cloudfront", null]);
    now += 60_000;
    expect((await get("/p/a.jpg")).cache).toBe("RefreshHit from cloudfront");
    expect((await get("/p/a.jpg")).cache).toBe("Hit from cloudfront");
  });

  test("does not remember that something is missing", async () => {
    expect((await get("/p/late.jpg")).status).toBe(403);
    await put("public/p/late.jpg", "here");
    expect((await get("/p/late.jpg")).text).toBe("here");
  });

  test("shows a deleted object until its time is over", async () => {
    await put("public/p/a.jpg", "bytes");
    await get("/p/a.jpg");
    await photos.deleteObject({ Bucket, Key: "public/p/a.jpg" });
    expect((await get("/p/a.jpg")).status).toBe(200);
    now += 60_000;
    expect((await get("/p/a.jpg")).status).toBe(403);
  });

  test.each([
    ["max-age=60, s-maxage=5", 5],
    ["no-store", 1],
    [undefined, 86_400],
  ] as const)("keeps %s for %d seconds", async (CacheControl, seconds) => {
    await photos.putObject({ Bucket, Key: "public/a", Body: "a", ...(CacheControl && { CacheControl }) });
    await get("/a");
    now += seconds * 1000 - 1;
    expect((await get("/a")).cache).toBe("Hit from cloudfront");
    now += 1;
    expect((await get("/a")).cache).toBe("RefreshHit from cloudfront");
  });
});

describe("an invalidation", () => {
  test("makes the named path go at once and leaves the others", async () => {
    for (const name of ["a", "b"]) {
      await put(`public/p/${name}.jpg`, "old");
      await get(`/p/${name}.jpg`);
      await photos.deleteObject({ Bucket, Key: `public/p/${name}.jpg` });
    }
    const { Invalidation, Location } = await invalidate(["/p/a.jpg"]);
    expect((await get("/p/a.jpg")).status).toBe(403);
    expect((await get("/p/b.jpg")).status).toBe(200);
    expect(Invalidation).toMatchObject({
      Status: "Completed",
      CreateTime: new Date(now),
      InvalidationBatch: { Paths: { Quantity: 1, Items: ["/p/a.jpg"] } },
    });
    expect(Location).toContain(`/2020-05-31/distribution/${DistributionId}/invalidation/${Invalidation?.Id}`);
    const found = await client.getInvalidation({ DistributionId, Id: Invalidation?.Id });
    expect(found.Invalidation).toEqual(Invalidation);
  });

  test("with an asterisk takes everything that starts so", async () => {
    const paths = ["/p/a.jpg", "/p/a-s.jpg", "/p/b.jpg"];
    for (const path of paths) await put(`public${path}`);
    const caches = async () => Promise.all(paths.map(async (path) => (await get(path)).cache?.split(" ")[0]));
    await caches();
    await invalidate(["/p/a*"]);
    expect(await caches()).toEqual(["Miss", "Miss", "Hit"]);
    await invalidate(["/*"]);
    expect(await caches()).toEqual(["Miss", "Miss", "Miss"]);
  });

  test("of an encoded path finds what it means", async () => {
    await put("public/笑.jpg", "old");
    await get(encodeURI("/笑.jpg"));
    await invalidate([encodeURI("/笑.jpg")]);
    expect((await get(encodeURI("/笑.jpg"))).cache).toBe("Miss from cloudfront");
  });

  test("also stops what is being fetched at that moment from being kept", async () => {
    const slow = gate();
    const asked = gate();
    const edge = createCloudFront({
      clock: () => now,
      s3: {
        async getObject(bucket, key) {
          const object = await s3.getObject(bucket, key);
          asked.open();
          await slow.opened;
          return object;
        },
      },
    }).createDistribution({ id: "E2SLOW", bucket: Bucket, originPath: "/public" });
    try {
      const { origin } = await edge.listen(0);
      await put("public/a", "old");
      const first = fetch(`${origin}/a`);
      await asked.opened;
      await photos.deleteObject({ Bucket, Key: "public/a" });
      edge.invalidate(["/a"]);
      slow.open();
      await first;
      expect((await fetch(`${origin}/a`)).status).toBe(403);
    } finally {
      await edge.close();
    }
  });

  test("sent again with its reference is the same one", async () => {
    const first = await invalidate(["/a"], "same");
    expect((await invalidate(["/a"], "same")).Invalidation?.Id).toBe(first.Invalidation?.Id);
    await expect(invalidate(["/b"], "same")).rejects.toMatchObject({
      name: "InvalidationBatchAlreadyExists",
    });
  });

  test("with wrong input is refused", async () => {
    await expect(invalidate(["p/a.jpg"])).rejects.toMatchObject({ name: "InvalidArgument" });
    const InvalidationBatch = { CallerReference: "count", Paths: { Quantity: 2, Items: ["/a"] } };
    await expect(client.createInvalidation({ DistributionId, InvalidationBatch })).rejects.toMatchObject({
      name: "InconsistentQuantities",
    });
    await expect(
      client.createInvalidation({
        DistributionId: "E2OTHER",
        InvalidationBatch: { ...InvalidationBatch, Paths: { Quantity: 1, Items: ["/a"] } },
      }),
    ).rejects.toMatchObject({ name: "NoSuchDistribution" });
    await expect(client.getInvalidation({ DistributionId, Id: "I0" })).rejects.toMatchObject({
      name: "NoSuchInvalidation",
    });
    await expect(client.listDistributions({})).rejects.toMatchObject({
      name: "NotImplemented",
      message: expect.stringContaining("is not available in the local CloudFront"),
    });
  });

  test("needs the right for this distribution", async () => {
    const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/worker`;
    const arn = `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${DistributionId}`;
    const allow = (Action: string, Resource: string) =>
      identities.addRole({
        roleArn,
        policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] }],
      });
    allow("cloudfront:CreateInvalidation", `${arn}X`);
    const worker = connect(identities.credentialsFor(roleArn));
    await put("public/a", "old");
    await get("/a");
    await expect(invalidate(["/a"], "denied", worker)).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining(
        `is not authorized to perform: cloudfront:CreateInvalidation on resource: ${arn}`,
      ),
      $metadata: { httpStatusCode: 403 },
    });
    expect((await get("/a")).cache).toBe("Hit from cloudfront");
    allow("cloudfront:CreateInvalidation", arn);
    const { Invalidation } = await invalidate(["/a"], "allowed", worker);
    expect((await get("/a")).cache).toBe("Miss from cloudfront");
    await expect(worker.getInvalidation({ DistributionId, Id: Invalidation?.Id })).rejects.toMatchObject({
      name: "AccessDenied",
    });
    worker.destroy();
  });
});

/** Closed until somebody opens it. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

/** A request whose path nobody tidies up before it is sent. */
function getRaw(path: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const { hostname, port } = new URL(cdnOrigin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, agent: false }, (answer) => {
      let body = "";
      answer.setEncoding("utf8");
      answer.on("data", (text: string) => (body += text));
      answer.on("end", () => resolve({ status: answer.statusCode, body }));
    });
    sent.on("error", reject).end();
  });
}
