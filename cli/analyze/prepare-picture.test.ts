import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { preparePicture } from "./prepare-picture.ts";

function fileWith(bytes: Uint8Array | string): string {
  const folder = mkdtempSync(join(tmpdir(), "egao-prepare-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "photo"), bytes);
  return join(folder, "photo");
}

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#888" } });
const noisy = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
const large = { quality: 100, chromaSubsampling: "4:4:4" };

test("a picture that fits is sent as it is, its size told upright", async () => {
  const bytes = await blank(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await preparePicture(fileWith(bytes))).toEqual({
    kind: "ready",
    bytes,
    size: { width: 200, height: 300 },
  });
});

test("more than 5 MB are sent in a smaller copy that stands upright", async () => {
  const bytes = await noisy(2000, 1000).withMetadata({ orientation: 6 }).jpeg(large).toBuffer();
  expect(bytes.length).toBeGreaterThan(5_242_880);
  const prepared = await preparePicture(fileWith(bytes));
  if (prepared.kind !== "ready" || !prepared.scaled) throw new Error(JSON.stringify(prepared));
  expect(prepared.size).toEqual({ width: 1000, height: 2000 });
  expect(prepared.bytes.length).toBeLessThanOrEqual(5_242_880);
  const sent = await sharp(prepared.bytes).metadata();
  expect(prepared.scaled).toEqual({
    width: sent.width,
    height: sent.height,
    sizeBytes: prepared.bytes.length,
  });
  expect(sent.orientation ?? 1).toBe(1);
  expect(sent.height).toBe((sent.width ?? 0) * 2);
});

test("a PNG stays as it lies, as Rekognition leaves it", async () => {
  const bytes = await noisy(2000, 1000).withMetadata({ orientation: 6 }).png().toBuffer();
  expect(await preparePicture(fileWith(bytes))).toMatchObject({
    size: { width: 2000, height: 1000 },
    scaled: { width: 2000, height: 1000 },
  });
});

test("more than 10,000 pixels on a side are scaled, however few bytes they take", async () => {
  const prepared = await preparePicture(fileWith(await blank(10_001, 400).png().toBuffer()));
  expect(prepared).toMatchObject({
    size: { width: 10_001, height: 400 },
    scaled: { width: 4096, height: 164 },
  });
});

test.each([
  ["a WebP", () => blank(90, 90).webp().toBuffer(), "WebP"],
  ["a GIF", () => blank(90, 90).gif().toBuffer(), "GIF"],
  ["a HEIC", async () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), "HEIC"],
  ["a text", async () => Buffer.from("hello"), "JPEG and PNG"],
  ["nothing", async () => Buffer.alloc(0), "empty"],
  ["a small one", () => blank(79, 300).png().toBuffer(), "79×300"],
  ["a beginning", async () => (await blank(90, 90).jpeg().toBuffer()).subarray(0, 30), "breaks off"],
  ["a strip", () => blank(40_000, 90).png().toBuffer(), "cannot be made small enough"],
])("%s is not sent, and why is said", async (_name, make, words) => {
  const prepared = await preparePicture(fileWith(await make()));
  expect(prepared).toEqual({ kind: "unreadable", why: expect.stringContaining(words) });
});

test("half of a large picture is broken, not half read", async () => {
  const bytes = await noisy(2000, 1100).jpeg(large).toBuffer();
  expect(await preparePicture(fileWith(bytes.subarray(0, 5_500_000)))).toMatchObject({
    kind: "unreadable",
    why: expect.stringContaining("broken"),
  });
});

test("a file that cannot be opened", async () => {
  expect(await preparePicture(tmpdir())).toMatchObject({
    kind: "unreadable",
    why: expect.stringContaining("cannot be opened"),
  });
});
