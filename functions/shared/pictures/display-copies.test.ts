import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { decodePicture } from "./decode-picture.ts";
import { DISPLAY_PIXELS, makeDisplayCopies, uprightPicture } from "./display-copies.ts";
import { pictureTypeOf, readPictureHead } from "./picture-head.ts";

/** A picture without any symmetry, so that no wrong turn goes unseen. */
const scene = (width: number, height: number) =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="100%" height="100%" fill="#f5e8d0"/>
      <rect width="40%" height="30%" fill="#c0392b"/>
      <circle cx="75%" cy="70%" r="${Math.min(width, height) / 5}" fill="#2e86c1"/>
      <rect x="60%" y="5%" width="8%" height="35%" fill="#1e8449"/></svg>`),
  );

function copiesOf(bytes: Buffer) {
  const type = pictureTypeOf(bytes);
  const head = type === undefined ? undefined : readPictureHead(bytes, type);
  if (head === undefined) return { kind: "no head" } as const;
  const decoded = decodePicture(bytes, head, DISPLAY_PIXELS);
  return decoded.kind === "decoded"
    ? makeDisplayCopies(uprightPicture(decoded.bitmap, head.orientation))
    : decoded;
}

function madeFrom(bytes: Buffer) {
  const copies = copiesOf(bytes);
  if (!("display" in copies)) throw new Error(JSON.stringify(copies));
  return copies;
}

const rgb = (image: Sharp) => image.flatten({ background: "#fff" }).removeAlpha().raw().toBuffer();

/** Mean difference of two pictures of the same size, 0..255. */
async function difference(a: Sharp, b: Sharp): Promise<number> {
  const [left, right] = [await rgb(a), await rgb(b)];
  expect(left.length).toBe(right.length);
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;
}

describe("display copies", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("stand upright from EXIF orientation %i", async (orientation) => {
    const bytes = await scene(480, 300).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const { display, width, height } = madeFrom(bytes);
    const upright = sharp(await sharp(bytes).rotate().png().toBuffer());
    expect([width, height]).toEqual(orientation >= 5 ? [300, 480] : [480, 300]);
    expect(await difference(sharp(display), upright)).toBeLessThan(3);
  });

  it("shrink to 1024 and 320 pixels on the longer side and look like the original", async () => {
    const bytes = await scene(2600, 1300).jpeg().toBuffer();
    const { display, thumbnail } = madeFrom(bytes);
    expect(await sharp(display).metadata()).toMatchObject({ format: "jpeg", width: 1024, height: 512 });
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 160 });
    const expected = sharp(await sharp(bytes).resize(1024, 512).png().toBuffer());
    expect(await difference(sharp(display), expected)).toBeLessThan(3);
  });

  it("never grow", async () => {
    const { width, height } = madeFrom(await scene(100, 90).jpeg().toBuffer());
    expect([width, height]).toEqual([100, 90]);
  });

  it("carry nothing of the camera's notes", async () => {
    const bytes = await scene(200, 100)
      .withExif({ IFD0: { Artist: "somebody" } })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("somebody")).toBe(true);
    expect((await sharp(madeFrom(bytes).display).metadata()).exif).toBeUndefined();
  });

  it.each([
    ["progressive JPEG", (image: Sharp) => image.jpeg({ progressive: true })],
    ["JPEG of full colour", (image: Sharp) => image.jpeg({ chromaSubsampling: "4:4:4" })],
    ["grey PNG", (image: Sharp) => image.greyscale().png()],
    ["deep grey PNG", (image: Sharp) => image.toColourspace("grey16").png()],
    ["grey JPEG", (image: Sharp) => image.greyscale().jpeg()],
    ["PNG", (image: Sharp) => image.png()],
    ["PNG with a palette", (image: Sharp) => image.png({ palette: true })],
    ["interlaced PNG", (image: Sharp) => image.png({ progressive: true })],
    ["deep PNG", (image: Sharp) => image.toColourspace("rgb16").png()],
  ])("are made from a %s", async (_name, convert) => {
    const bytes = await convert(scene(300, 200)).toBuffer();
    expect(
      await difference(
        sharp(madeFrom(bytes).display),
        sharp(await sharp(bytes).toColourspace("srgb").png().toBuffer()),
      ),
    ).toBeLessThan(3);
  });

  it.each([
    ["portrait", 1200, 3000, 410, 1024],
    ["panorama", 5000, 700, 1024, 143],
    ["line of pixels", 2000, 1, 1024, 1],
  ])("of a %s keep its shape", async (_name, width, height, expectedWidth, expectedHeight) => {
    const bytes = await scene(width, height).jpeg().toBuffer();
    const { display, ...size } = madeFrom(bytes);
    expect(size).toMatchObject({ width: expectedWidth, height: expectedHeight });
    const expected = sharp(
      await sharp(bytes).resize(expectedWidth, expectedHeight, { fit: "fill" }).png().toBuffer(),
    );
    expect(await difference(sharp(display), expected)).toBeLessThan(3);
  });

  it("let white shine through what is half transparent", async () => {
    const half = sharp({
      create: { width: 90, height: 90, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
    });
    const shown = await rgb(sharp(madeFrom(await half.png().toBuffer()).display));
    expect(shown.subarray(0, 3).every((value, at) => Math.abs(value - (at === 0 ? 227 : 127)) < 4)).toBe(
      true,
    );
  });

  it("lay transparent parts on white", async () => {
    const clear = sharp({ create: { width: 90, height: 90, channels: 4, background: "#00000000" } });
    const { display } = madeFrom(await clear.png().toBuffer());
    expect((await rgb(sharp(display))).every((value) => value > 250)).toBe(true);
  });
});

describe("pictures that are refused", () => {
  it("is not told by its name: only JPEG and PNG begin like one", async () => {
    expect(pictureTypeOf(await scene(90, 90).webp().toBuffer())).toBeUndefined();
    expect(pictureTypeOf(await scene(90, 90).avif().toBuffer())).toBeUndefined();
    expect(pictureTypeOf(await scene(90, 90).gif().toBuffer())).toBeUndefined();
    expect(pictureTypeOf(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"))).toBeUndefined();
    expect(pictureTypeOf(Buffer.alloc(0))).toBeUndefined();
  });

  it("a JPEG that breaks off before it told its size has no head", async () => {
    const bytes = await scene(300, 200).jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    for (let length = 3; length < frame + 9; length += 1) {
      expect(readPictureHead(bytes.subarray(0, length), "jpeg"), `${length} bytes`).toBeUndefined();
    }
    expect(readPictureHead(bytes.subarray(0, frame + 10), "jpeg")).toMatchObject({ width: 300, height: 200 });
  });

  it("garbage behind a good beginning is unreadable", async () => {
    const png = await scene(300, 200).png().toBuffer();
    expect(copiesOf(Buffer.concat([png.subarray(0, 60), Buffer.alloc(500, 7)]))).toEqual({
      kind: "refused",
      reason: "unreadable",
    });
  });

  it.each([
    ["JPEG", (image: Sharp) => image.jpeg()],
    ["progressive JPEG", (image: Sharp) => image.jpeg({ progressive: true })],
    ["PNG", (image: Sharp) => image.png()],
  ])("P5: a %s that breaks off is unreadable, wherever it does", async (_name, convert) => {
    const bytes = await convert(scene(300, 200)).toBuffer();
    for (const share of [0.5, 0.7, 0.9, 0.97]) {
      const begun = bytes.subarray(0, bytes.length * share);
      expect(copiesOf(begun), `${share}`).toEqual({ kind: "refused", reason: "unreadable" });
    }
  });

  it("P5: a JPEG of which only the end marker is missing is whole", async () => {
    const bytes = await scene(300, 200).jpeg().toBuffer();
    expect(madeFrom(bytes.subarray(0, -2)).display).toEqual(madeFrom(bytes).display);
  });

  it("a JPEG that promises one size at its beginning and another further on is unreadable", async () => {
    const bytes = await scene(300, 200).jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    const other = Buffer.from(bytes.subarray(frame, frame + 19));
    other.writeUInt16BE(40_000, 5);
    const two = Buffer.concat([bytes.subarray(0, frame + 19), other, bytes.subarray(frame + 19)]);
    expect(copiesOf(two)).toEqual({ kind: "refused", reason: "unreadable" });
  });

  it("a bomb is known by its promise, before anything is decoded", async () => {
    const png = await scene(300, 200).png().toBuffer();
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    expect(copiesOf(png)).toEqual({ kind: "refused", reason: "too-large" });
    const jpeg = await scene(300, 200).jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(60_000, frame + 5);
    jpeg.writeUInt16BE(60_000, frame + 7);
    expect(copiesOf(jpeg)).toEqual({ kind: "refused", reason: "too-large" });
  });

  it("an interlaced bomb that promises a small picture is not inflated", () => {
    const chunk = (type: string, body: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length);
      return Buffer.concat([length, Buffer.from(type), body, Buffer.alloc(4)]);
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(100, 0);
    header.writeUInt32BE(100, 4);
    header.set([8, 6, 0, 0, 1], 8);
    const bomb = Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(Buffer.alloc(20_000_000))),
      chunk("IEND", Buffer.alloc(0)),
    ]);
    expect(copiesOf(bomb)).toEqual({ kind: "refused", reason: "too-large" });
  });
});
