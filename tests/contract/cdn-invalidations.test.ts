import { beforeEach, describe, expect, test } from "vitest";
import { createCloudFront } from "../../local/aws/cloudfront/create-cloud-front.ts";
import { ACCOUNT_ID } from "../../local/aws/service.ts";
import { Bucket, DistributionId, openCdn, START_MS, type OpenedCdn } from "./cdn-harness.ts";

let cdn: OpenedCdn;
beforeEach(async () => {
  cdn = await openCdn();
});

describe("an invalidation", () => {
  test("makes the named path go at once and leaves the others", async () => {
    for (const name of ["a", "b"]) {
      await cdn.put(`public/p/${name}.jpg`, "old");
      await cdn.get(`/p/${name}.jpg`);
      await cdn.photos.deleteObject({ Bucket, Key: `public/p/${name}.jpg` });
    }
    const { Invalidation, Location } = await cdn.invalidate(["/p/a.jpg"]);
    expect((await cdn.get("/p/a.jpg")).status).toBe(403);
    expect((await cdn.get("/p/b.jpg")).status).toBe(200);
    expect(Invalidation).toMatchObject({
      Status: "Completed",
      CreateTime: new Date(START_MS),
      InvalidationBatch: { Paths: { Quantity: 1, Items: ["/p/a.jpg"] } },
    });
    expect(Location).toContain(`/2020-05-31/distribution/${DistributionId}/invalidation/${Invalidation?.Id}`);
    const found = await cdn.client.getInvalidation({ DistributionId, Id: Invalidation?.Id });
    expect(found.Invalidation).toEqual(Invalidation);
  });

  test("with an asterisk takes everything that starts so", async () => {
    const paths = ["/p/a.jpg", "/p/a-s.jpg", "/p/b.jpg"];
    for (const path of paths) await cdn.put(`public${path}`);
    const caches = async () =>
      Promise.all(paths.map(async (path) => (await cdn.get(path)).cache?.split(" ")[0]));
    await caches();
    await cdn.invalidate(["/p/a*"]);
    expect(await caches()).toEqual(["Miss", "Miss", "Hit"]);
    await cdn.invalidate(["/*"]);
    expect(await caches()).toEqual(["Miss", "Miss", "Miss"]);
  });

  test("of an encoded path finds what it means", async () => {
    await cdn.put("public/笑.jpg", "old");
    await cdn.get(encodeURI("/笑.jpg"));
    await cdn.invalidate([encodeURI("/笑.jpg")]);
    expect((await cdn.get(encodeURI("/笑.jpg"))).cache).toBe("Miss from cloudfront");
  });

  test("also stops what is being fetched at that moment from being kept", async () => {
    const slow = gate();
    const asked = gate();
    const edge = createCloudFront({
      clock: () => START_MS,
      s3: {
        async getObject(bucket, key) {
          const object = await cdn.s3.getObject(bucket, key);
          asked.open();
          await slow.opened;
          return object;
        },
      },
    }).createDistribution({ id: "E2SLOW", bucket: Bucket, originPath: "/public" });
    try {
      const { origin } = await edge.listen(0);
      await cdn.put("public/a", "old");
      const first = fetch(`${origin}/a`);
      await asked.opened;
      await cdn.photos.deleteObject({ Bucket, Key: "public/a" });
      edge.invalidate(["/a"]);
      slow.open();
      await first;
      expect((await fetch(`${origin}/a`)).status).toBe(403);
    } finally {
      await edge.close();
    }
  });

  test("sent again with its reference is the same one", async () => {
    const first = await cdn.invalidate(["/a"], "same");
    expect((await cdn.invalidate(["/a"], "same")).Invalidation?.Id).toBe(first.Invalidation?.Id);
    await expect(cdn.invalidate(["/b"], "same")).rejects.toMatchObject({
      name: "InvalidationBatchAlreadyExists",
    });
  });

  test("with wrong input is refused", async () => {
    await expect(cdn.invalidate(["p/a.jpg"])).rejects.toMatchObject({ name: "InvalidArgument" });
    const InvalidationBatch = { CallerReference: "count", Paths: { Quantity: 2, Items: ["/a"] } };
    await expect(cdn.client.createInvalidation({ DistributionId, InvalidationBatch })).rejects.toMatchObject({
      name: "InconsistentQuantities",
    });
    await expect(
      cdn.client.createInvalidation({
        DistributionId: "E2OTHER",
        InvalidationBatch: { ...InvalidationBatch, Paths: { Quantity: 1, Items: ["/a"] } },
      }),
    ).rejects.toMatchObject({ name: "NoSuchDistribution" });
    await expect(cdn.client.getInvalidation({ DistributionId, Id: "I0" })).rejects.toMatchObject({
      name: "NoSuchInvalidation",
    });
    await expect(cdn.client.listDistributions({})).rejects.toMatchObject({
      name: "NotImplemented",
      message: expect.stringContaining("is not available in the local CloudFront"),
    });
  });

  test("needs the right for this distribution", async () => {
    const roleArn = `arn:aws:iam::${ACCOUNT_ID}:role/worker`;
    const arn = `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${DistributionId}`;
    const allow = (Action: string, Resource: string) =>
      cdn.gateway.identities.addRole({
        roleArn,
        policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] }],
      });
    allow("cloudfront:CreateInvalidation", `${arn}X`);
    const worker = cdn.connect(cdn.gateway.identities.credentialsFor(roleArn));
    await cdn.put("public/a", "old");
    await cdn.get("/a");
    await expect(cdn.invalidate(["/a"], "denied", worker)).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining(
        `is not authorized to perform: cloudfront:CreateInvalidation on resource: ${arn}`,
      ),
      $metadata: { httpStatusCode: 403 },
    });
    expect((await cdn.get("/a")).cache).toBe("Hit from cloudfront");
    allow("cloudfront:CreateInvalidation", arn);
    const { Invalidation } = await cdn.invalidate(["/a"], "allowed", worker);
    expect((await cdn.get("/a")).cache).toBe("Miss from cloudfront");
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
