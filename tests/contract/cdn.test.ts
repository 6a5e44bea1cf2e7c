import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { beforeEach, describe, expect, test } from "vitest";
import { Bucket, openCdn, type OpenedCdn } from "./cdn-harness.ts";

let cdn: OpenedCdn;
beforeEach(async () => {
  cdn = await openCdn();
});

describe("a viewer", () => {
  test("gets a public object with what its owner said about it", async () => {
    const { ETag } = await cdn.put("public/p/a.jpg", "bytes");
    const { status, text, header, cache } = await cdn.get("/p/a.jpg?ignored=1");
    expect([status, text, cache]).toEqual([200, "bytes", "Miss from cloudfront"]);
    expect(header("etag")).toBe(ETag);
    expect(header("content-type")).toBe("image/jpeg");
    expect(header("cache-control")).toBe("public, max-age=60");
    expect(header("content-length")).toBe("5");
    expect(header("access-control-allow-origin")).toBe("*");
    expect(header("age")).toBeNull();
  });

  test("gets headers alone, a part, or nothing when it has it", async () => {
    const { ETag } = await cdn.put("public/p/a.jpg", "0123456789");
    const head = await cdn.get("/p/a.jpg", { method: "HEAD" });
    expect([head.status, head.text, head.header("content-length")]).toEqual([200, "", "10"]);
    const part = await cdn.get("/p/a.jpg", { headers: { Range: "bytes=2-4" } });
    expect([part.status, part.text, part.header("content-range")]).toEqual([206, "234", "bytes 2-4/10"]);
    const known = await cdn.get("/p/a.jpg", { headers: { "If-None-Match": ETag ?? "" } });
    expect([known.status, known.text]).toEqual([304, ""]);
    expect((await cdn.get("/p/a.jpg", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
    expect((await cdn.get("/p/a.jpg", { headers: { Range: "bytes=10-" } })).status).toBe(416);
  });

  test("gets names that need encoding", async () => {
    await cdn.put("public/p/笑 顔+1.jpg", "bytes");
    expect((await cdn.get(`/p/${encodeURIComponent("笑 顔+1.jpg")}`)).text).toBe("bytes");
    expect((await cdn.get("/p/%E0%A4")).status).toBe(400);
  });

  test("gets nothing that is not public", async () => {
    await cdn.put("originals/secret.jpg", "secret");
    await cdn.put("public-not/secret.jpg", "secret");
    await cdn.put("public/p/a.jpg", "bytes");
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
    expect((await cdn.get("/missing.jpg")).text).toContain("<Code>AccessDenied</Code>");
    expect((await cdn.get("/missing.jpg")).cache).toBe("Error from cloudfront");
  });

  test.each(["POST", "PUT", "DELETE", "PATCH"])("cannot %s", async (method) => {
    await cdn.put("public/p/a.jpg", "bytes");
    expect((await cdn.get("/p/a.jpg", { method })).status).toBe(403);
    expect(cdn.s3.count(Bucket, "public/")).toBe(1);
  });

  test("comes from this machine only", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4");
    const { port } = new URL(cdn.origin);
    const addresses = ["[::1]", ...(outside === undefined ? [] : [outside.address])];
    for (const address of addresses)
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow("fetch failed");
  });
});

describe("the cache", () => {
  test("answers for max-age and then asks again", async () => {
    await cdn.put("public/p/a.jpg", "first");
    await cdn.get("/p/a.jpg");
    await cdn.put("public/p/a.jpg", "second");
    cdn.advance(59_000);
    const hit = await cdn.get("/p/a.jpg");
    expect([hit.text, hit.cache, hit.header("age")]).toEqual(["first", "Hit from cloudfront", "59"]);
    cdn.advance(1000);
    const miss = await cdn.get("/p/a.jpg");
    expect([miss.text, miss.cache, miss.header("age")]).toEqual(["second", "Miss from cloudfront", null]);
    cdn.advance(60_000);
    expect((await cdn.get("/p/a.jpg")).cache).toBe("RefreshHit from cloudfront");
    expect((await cdn.get("/p/a.jpg")).cache).toBe("Hit from cloudfront");
  });

  test("does not remember that something is missing", async () => {
    expect((await cdn.get("/p/late.jpg")).status).toBe(403);
    await cdn.put("public/p/late.jpg", "here");
    expect((await cdn.get("/p/late.jpg")).text).toBe("here");
  });

  test("shows a deleted object until its time is over", async () => {
    await cdn.put("public/p/a.jpg", "bytes");
    await cdn.get("/p/a.jpg");
    await cdn.photos.deleteObject({ Bucket, Key: "public/p/a.jpg" });
    expect((await cdn.get("/p/a.jpg")).status).toBe(200);
    cdn.advance(60_000);
    expect((await cdn.get("/p/a.jpg")).status).toBe(403);
  });

  test.each([
    ["max-age=60, s-maxage=5", 5],
    ["no-store", 1],
    [undefined, 86_400],
  ] as const)("keeps %s for %d seconds", async (CacheControl, seconds) => {
    await cdn.photos.putObject({ Bucket, Key: "public/a", Body: "a", ...(CacheControl && { CacheControl }) });
    await cdn.get("/a");
    cdn.advance(seconds * 1000 - 1);
    expect((await cdn.get("/a")).cache).toBe("Hit from cloudfront");
    cdn.advance(1);
    expect((await cdn.get("/a")).cache).toBe("RefreshHit from cloudfront");
  });
});

/** A request whose path nobody tidies up before it is sent. */
function getRaw(path: string): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const { hostname, port } = new URL(cdn.origin);
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
