import { GetObjectCommand } from "@aws-sdk/client-s3";
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { createArchiveStore } from "../../functions/shared/adapters/s3-archives.ts";
import { createArchiveAddresses } from "../../functions/shared/adapters/s3-archive-addresses.ts";
import { type ArchivedFile, zipOf } from "../../functions/shared/archive/zip-of.ts";
import { readZip } from "../../functions/shared/archive/read-zip.ts";
import { openCdn, Bucket } from "./cdn-harness.ts";
import { openBucket } from "./s3-harness.ts";

const MEGABYTE = 1_000_000;
const KEY = "exports/e/g/1800.zip";
const picture = (fill: number, size = 3 * MEGABYTE): Buffer => Buffer.alloc(size, fill);
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

async function* photos(count: number, breaksAt = count): AsyncGenerator<ArchivedFile> {
  for (let index = 0; index < count; index += 1) {
    if (index === breaksAt) throw new Error("a photo that breaks off");
    yield { name: `${index}.jpg`, writtenAt: new Date(2026, 10, 21), content: picture(index + 1) };
  }
}

async function open() {
  const cdn = await openCdn();
  return { cdn, client: cdn.photos, store: createArchiveStore(Bucket, cdn.gateway.asAdministrator) };
}

describe("the store of archives", () => {
  it("keeps an archive that went up in parts, byte for byte", async () => {
    const { store, client } = await open();
    const bytes = await store.putArchive(KEY, zipOf(photos(10)));
    const { Body, ContentType, ETag, ContentLength } = await client.getObject({ Bucket, Key: KEY });
    expect([ContentType, ContentLength]).toEqual(["application/zip", bytes]);
    expect(ETag).toMatch(/-4"$/); // of four parts
    const files = readZip(Buffer.from((await Body?.transformToByteArray()) ?? []));
    expect(files.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, index) => `${index}.jpg`));
    for (const [index, file] of files.entries()) expect(sha256(file.bytes)).toBe(sha256(picture(index + 1)));
  });

  it("keeps a small one, and one of nothing", async () => {
    const { store, client } = await open();
    for (const count of [0, 1]) {
      const bytes = await store.putArchive(KEY, zipOf(photos(count)));
      const { Body } = await client.getObject({ Bucket, Key: KEY });
      const zip = Buffer.from((await Body?.transformToByteArray()) ?? []);
      expect([zip.length, readZip(zip).length]).toEqual([bytes, count]);
    }
  });

  it("leaves neither an archive nor parts of one that breaks off", async () => {
    const s3 = await openBucket();
    const { endpoint, region, credentials } = s3.client.config;
    if (endpoint === undefined) throw new Error("no endpoint");
    const store = createArchiveStore(Bucket, { endpoint, region, credentials });
    const parts = async () =>
      (await readdir(s3.directory, { recursive: true })).filter((name) => /part-\d+$/.test(name)).length;
    let most = 0;
    async function* watched(): AsyncGenerator<ArchivedFile> {
      for await (const photo of photos(10, 9)) {
        most = Math.max(most, await parts());
        yield photo;
      }
    }
    await expect(store.putArchive(KEY, zipOf(watched()))).rejects.toThrow("a photo that breaks off");
    expect(most).toBeGreaterThan(0);
    expect([await parts(), s3.local.count(Bucket)]).toEqual([0, 0]);
  });

  it("gives an original and rows, faults for one that is gone, and takes an archive away", async () => {
    const { store, client } = await open();
    await client.putObject({ Bucket, Key: "originals/e/g/1.jpg", Body: picture(7, 100) });
    expect(await store.stored("originals/e/g/1.jpg")).toEqual(new Uint8Array(picture(7, 100)));
    await expect(store.stored("originals/e/g/2.jpg")).rejects.toThrow("photo-store-failed");
    await store.putRows("event-exports/e/1/1-1.ndjson", Buffer.from("{}\n{}"));
    expect(Buffer.from(await store.stored("event-exports/e/1/1-1.ndjson")).toString()).toBe("{}\n{}");
    await store.deleteArchive("event-exports/e/1/1-1.ndjson");
    await store.putArchive(KEY, zipOf(photos(1)));
    await store.deleteArchive(KEY);
    await store.deleteArchive(KEY);
    await expect(client.send(new GetObjectCommand({ Bucket, Key: KEY }))).rejects.toThrow(
      "key does not exist",
    );
  });

  it("faults when the role may not", async () => {
    const { cdn } = await open();
    const store = createArchiveStore(Bucket, cdn.gateway.asRole("reader"));
    for (const call of [
      () => store.putArchive(KEY, zipOf(photos(1))),
      () => store.stored("originals/e/g/1.jpg"),
      () => store.deleteArchive(KEY),
    ])
      await expect(call()).rejects.toThrow("photo-store-failed");
  });
});

describe("the address of an archive", () => {
  it("lets a browser keep the file under its name, for a quarter of an hour, and no other file", async () => {
    const { cdn, store } = await open();
    await store.putArchive(KEY, zipOf(photos(1)));
    const { credentials, region } = cdn.gateway.asAdministrator;
    const addressAt = (now: number): string =>
      createArchiveAddresses(
        `${cdn.gateway.origin}/${Bucket}`,
        { ...credentials, region, service: "s3" },
        () => now,
      ).addressOf(KEY, "O'Hara & 山田家 2026-11-21.zip");
    const address = addressAt(Date.now());
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="photos.zip"; filename*=UTF-8''O'Hara%20%26%20${encodeURIComponent("山田家")}%202026-11-21.zip`,
    );
    expect(readZip(Buffer.from(await answer.arrayBuffer()))).toHaveLength(1);
    expect((await fetch(address.replace("1800", "1801"))).status).toBe(403);
    expect((await fetch(address.replace("attachment", "inline"))).status).toBe(403);
    const minutesAgo = (minutes: number): string => addressAt(Date.now() - minutes * 60_000);
    expect((await fetch(minutesAgo(14))).status).toBe(200);
    expect((await fetch(minutesAgo(16))).status).toBe(403);
  });
});
