import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { copyMaker } from "./copy-maker.ts";
import { pictureTypeOf, readPictureHead } from "./picture-head.ts";

/** No side like the other, so that no wrong turn goes unseen. */
const scene = (width = 300, height = 200) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="100%" height="100%" fill="#f5e8d0"/>
      <rect width="40%" height="30%" fill="#c0392b"/>
      <circle cx="75%" cy="70%" r="${Math.min(width, height) / 5}" fill="#2e86c1"/></svg>`),
  ).removeAlpha();

async function copiesOf(bytes: Buffer) {
  const type = pictureTypeOf(bytes);
  const head = type === undefined ? undefined : readPictureHead(bytes, type);
  return head === undefined ? ({ kind: "no head" } as const) : copyMaker.makeCopies(bytes, head);
}

async function displayOf(bytes: Buffer): Promise<Buffer> {
  const made = await copiesOf(bytes);
  if (made.kind !== "made") throw new Error(JSON.stringify(made));
  return made.copies.display;
}

/** Mean difference to what libvips makes of the picture, 0..255. */
async function difference(display: Buffer, expected: Sharp): Promise<number> {
  const [left, right] = await Promise.all(
    [sharp(display), sharp(await expected.png().toBuffer())].map((each) =>
      each.flatten({ background: "#fff" }).toColourspace("srgb").removeAlpha().raw().toBuffer(),
    ),
  );
  if (left === undefined || right === undefined) throw new Error("two pictures");
  expect(left.length).toBe(right.length);
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;
}

const unreadable = { kind: "refused", reason: "unreadable" };
const tooLarge = { kind: "refused", reason: "too-large" };

/** A JPEG's segment or a PNG's chunk as they are stored. */
const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body]);

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, sum]);
}

/** Behind the start of the JPEG. */
const begunWith = (jpeg: Buffer, ...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** Behind the PNG's header. */
const headedBy = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);

describe("uncommon pictures get their copies", () => {
  it.each([
    ["palette that is partly transparent", scene().ensureAlpha(0.6).png({ palette: true })],
    ["black and white PNG", scene().greyscale().threshold(128).png({ palette: true, colours: 2 })],
    ["deep interlaced PNG", scene().toColourspace("rgb16").png({ progressive: true })],
    ["grey PNG that is partly transparent", scene().greyscale().ensureAlpha(0.6).png()],
    ["CMYK JPEG", scene().toColourspace("cmyk").jpeg()],
    ["progressive CMYK JPEG", scene().toColourspace("cmyk").jpeg({ progressive: true })],
    ["JPEG of a wide gamut, which is shown as the usual one", scene().withIccProfile("p3").jpeg()],
    ["PNG of a wide gamut, which is shown as the usual one", scene().withIccProfile("p3").png()],
    ["grey progressive JPEG", scene().greyscale().jpeg({ progressive: true })],
  ])("%s", async (_name, made) => {
    const bytes = await made.toBuffer();
    // Profiles of colours are passed over: near enough to be known again.
    expect(await difference(await displayOf(bytes), sharp(bytes))).toBeLessThan(12);
  });

  it.each([
    ["a single pixel", 1, 1],
    ["a side of 79 pixels", 79, 300],
    ["a long line", 30_000, 1],
  ])("%s", async (_name, width, height) => {
    for (const bytes of [
      await scene(width, height).jpeg().toBuffer(),
      await scene(width, height).png().toBuffer(),
    ]) {
      const scale = Math.min(1, 1024 / Math.max(width, height));
      expect(await sharp(await displayOf(bytes)).metadata()).toMatchObject({
        width: Math.max(1, Math.round(width * scale)),
        height: Math.max(1, Math.round(height * scale)),
      });
    }
  });

  it("an animated PNG shows its still picture", async () => {
    const still = await scene().png().toBuffer();
    const frames = Buffer.alloc(8);
    frames.writeUInt32BE(2);
    const control = Buffer.alloc(26);
    control.writeUInt32BE(300, 4);
    control.writeUInt32BE(200, 8);
    const other = Buffer.concat([Buffer.of(0, 0, 0, 2), deflateSync(Buffer.alloc(200 * 901, 7))]);
    const animated = Buffer.concat([
      headedBy(still, chunk("acTL", frames), chunk("fcTL", control)).subarray(0, -12),
      chunk("fdAT", other),
      still.subarray(-12),
    ]);
    expect(await displayOf(animated)).toEqual(await displayOf(still));
  });

  it("a camera's small preview is not mistaken for the picture, nor its orientation", async () => {
    const whole = await scene().jpeg().toBuffer();
    const preview = await scene(160, 120).jpeg().toBuffer();
    // TIFF: the picture's directory at 8 says 6, the preview's behind it says 3.
    const entry = (value: number) => Buffer.of(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0);
    const tiff = Buffer.concat([
      Buffer.from("MM\0*\0\0\0\x08", "latin1"),
      Buffer.concat([Buffer.of(0, 1), entry(6), Buffer.of(0, 0, 0, 26)]),
      Buffer.concat([Buffer.of(0, 1), entry(3), Buffer.of(0, 0, 0, 0)]),
      preview,
    ]);
    const noted = begunWith(whole, segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff])));
    expect(readPictureHead(noted, "jpeg")).toMatchObject({ width: 300, height: 200, orientation: 6 });
    const turned = sharp(await sharp(whole).rotate(90).png().toBuffer());
    expect(await difference(await displayOf(noted), turned)).toBeLessThan(3);
  });

  it("several pictures in a file: the first", async () => {
    const [first, second] = [await scene().jpeg().toBuffer(), await scene(500, 90).jpeg().toBuffer()];
    expect(await displayOf(Buffer.concat([first, second]))).toEqual(await displayOf(first));
  });

  it.each([
    ["too short to tell anything", Buffer.from("Adobe\0d")],
    ["of a transform that nobody knows", Buffer.from("Adobe\0d\0\0\0\0\x07", "latin1")],
  ])("Adobe's segment, %s", async (_name, body) => {
    const plain = await scene().jpeg().toBuffer();
    expect(await displayOf(begunWith(plain, segment(0xee, body)))).toEqual(await displayOf(plain));
  });
});

describe("pictures that nobody here decodes are refused before their pixels", () => {
  it.each([
    ["lossless", 0xc3],
    ["differential", 0xc5],
    ["arithmetic coding", 0xc9],
    ["progressive with arithmetic coding", 0xca],
    ["lossless with arithmetic coding", 0xcb],
  ])("a JPEG of another kind: %s", async (_name, marker) => {
    const jpeg = await scene().jpeg().toBuffer();
    jpeg[jpeg.indexOf(Buffer.of(0xff, 0xc0)) + 1] = marker;
    expect(await copiesOf(jpeg)).toEqual(unreadable);
  });

  it("a JPEG of 12 bits, or one that tells its height at the end", async () => {
    const jpeg = await scene().jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0));
    const deep = Buffer.from(jpeg);
    deep[frame + 4] = 12;
    expect(await copiesOf(deep)).toEqual(unreadable);
    jpeg.writeUInt16BE(0, frame + 5);
    expect(await copiesOf(jpeg)).toEqual({ kind: "no head" });
  });

  it.each([
    ["JPEG", (image: Sharp) => image.jpeg(), (bytes: Buffer) => bytes.indexOf(Buffer.of(0xff, 0xc0)) + 5, 2],
    ["PNG", (image: Sharp) => image.png(), () => 16, 4],
  ])("a %s of 65,535 × 65,535 pixels", async (_name, convert, sizeAt, width) => {
    const bytes = await convert(scene()).toBuffer();
    bytes.writeUIntBE(65_535, sizeAt(bytes), width);
    bytes.writeUIntBE(65_535, sizeAt(bytes) + width, width);
    expect(await copiesOf(bytes)).toEqual(tooLarge);
  });

  const bomb = deflateSync(Buffer.alloc(100_000_000));

  it("a PNG whose few lines unpack to a hundred megabytes takes no more memory than it promised", async () => {
    const png = await scene(100, 100).png().toBuffer();
    const packed = Buffer.concat([png.subarray(0, 33), chunk("IDAT", bomb), png.subarray(-12)]);
    const before = process.resourceUsage().maxRSS;
    await copiesOf(packed);
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(60);
  });

  it("what is packed into a PNG's notes stays packed", async () => {
    const png = await scene().png().toBuffer();
    const noted = headedBy(
      png,
      chunk("iCCP", Buffer.concat([Buffer.from("icc\0\0"), bomb])),
      chunk("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), bomb])),
    );
    const before = process.resourceUsage().maxRSS;
    expect(await displayOf(noted)).toEqual(await displayOf(png));
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(60);
  });
});
