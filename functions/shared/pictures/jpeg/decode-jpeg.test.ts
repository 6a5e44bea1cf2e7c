import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodeJpeg } from "./decode-jpeg.ts";
import { type FlatComponent, flatJpeg } from "./flat-jpeg.ts";

const FULL = Number.POSITIVE_INFINITY;
const size = { width: 100, height: 76 };

/** Colours that repeat nowhere near, so that no wrong block goes unseen. */
const colour = (id: number, across = 1, down = 1): FlatComponent => ({
  id,
  across,
  down,
  valueAt: (column, line) => 40 + ((column * 37 * id + line * 71 + id * 50) % 170),
});

/** Mean difference to libjpeg's pixels, 0..255. */
async function difference(bytes: Buffer, pixels: Uint8Array): Promise<number> {
  const expected = await sharp(bytes).toColourspace("srgb").removeAlpha().raw().toBuffer();
  expect(pixels.length).toBe(expected.length);
  return meanDifference(expected, pixels);
}

const meanDifference = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length;

describe("a JPEG's pixels are libjpeg's", () => {
  it.each([
    ["all colours in full", [colour(1), colour(2), colour(3)]],
    ["one colour", [colour(1)]],
    ["one colour with factors that mean nothing", [colour(1, 2, 2)]],
    ["colours called R, G and B", [colour(82), colour(71), colour(66)]],
  ])("%s", async (_name, components) => {
    const bytes = flatJpeg({ ...size, components });
    expect(await difference(bytes, decodeJpeg(bytes, size, FULL).pixels)).toBeLessThan(0.6);
  });

  it.each([
    ["4:2:0", 2, 2],
    ["4:2:2", 2, 1],
    ["4:4:0", 1, 2],
    ["4:1:1", 4, 1],
  ])("colours stored smaller: %s, together and apart", async (_name, across, down) => {
    // libjpeg smoothes what it stretches; colours that are the same everywhere show the places without the smoothing.
    const flat = (id: number): FlatComponent => ({ ...colour(id), valueAt: () => 60 + id * 40 });
    for (const isApart of [false, true]) {
      const bytes = flatJpeg({ ...size, components: [colour(1, across, down), flat(2), flat(3)], isApart });
      expect(await difference(bytes, decodeJpeg(bytes, size, FULL).pixels)).toBeLessThan(0.6);
    }
    const coloured = flatJpeg({ ...size, components: [colour(1, across, down), colour(2), colour(3)] });
    expect(await difference(coloured, decodeJpeg(coloured, size, FULL).pixels)).toBeLessThan(9);
  });

  it.each([
    ["restart markers", { restartInterval: 3 }],
    ["more restart markers than there are names for", { restartInterval: 1 }],
    ["one scan per colour", { isApart: true }],
    ["one scan per colour and restart markers", { isApart: true, restartInterval: 5 }],
    ["Adobe's word for RGB", { adobeTransform: 0 }],
    ["Adobe's word for YCbCr", { adobeTransform: 1 }],
  ])("%s", async (_name, how) => {
    const bytes = flatJpeg({ ...size, components: [colour(1), colour(2), colour(3)], ...how });
    expect(await difference(bytes, decodeJpeg(bytes, size, FULL).pixels)).toBeLessThan(0.6);
  });

  it.each([
    ["Adobe's CMYK", 0],
    ["Adobe's YCCK", 2],
    ["four colours with a transform that means three", 1],
    ["CMYK of somebody else", undefined],
  ])("%s", async (_name, adobeTransform) => {
    const components = [colour(1), colour(2), colour(3), colour(4)];
    const bytes = flatJpeg({ ...size, components, ...(adobeTransform !== undefined && { adobeTransform }) });
    const libjpegs = sharp(bytes, { failOn: "none" }).pipelineColourspace("cmyk");
    const inks = await libjpegs.toColourspace("cmyk").raw().toBuffer();
    const light = (ink: number): number => 255 - (inks[ink] ?? 0);
    const expected = Uint8Array.from({ length: size.width * size.height * 3 }, (_, index) => {
      const pixel = Math.floor(index / 3) * 4;
      return (light(pixel + (index % 3)) * light(pixel + 3)) / 255;
    });
    expect(meanDifference(expected, decodeJpeg(bytes, size, FULL).pixels)).toBeLessThan(0.8);
  });

  it("a progressive one that tells no detail", () => {
    // libjpeg would guess some; here it is as flat as a sequential one.
    const components = [colour(1, 2, 2), colour(2), colour(3)];
    const [sequential, progressive] = [false, true].map((isProgressive) =>
      decodeJpeg(flatJpeg({ ...size, components, isProgressive }), size, FULL),
    );
    expect(progressive).toEqual(sequential);
  });

  it.each([true, false])("real detail, progressive: %s", async (progressive) => {
    const { width, height } = { width: 203, height: 149 };
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const created = sharp({ create: { width, height, channels: 3, background: "#888", noise } }).blur(1);
    const bytes = await created.jpeg({ quality: 92, progressive, chromaSubsampling: "4:4:4" }).toBuffer();
    expect(await difference(bytes, decodeJpeg(bytes, { width, height }, FULL).pixels)).toBeLessThan(0.6);
  });
});

it.each([true, false])(
  "any broken byte gives a picture of that size or an error, progressive: %s",
  async (progressive) => {
    const { width, height } = { width: 64, height: 48 };
    const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
    const created = sharp({ create: { width, height, channels: 3, background: "#888", noise } });
    const bytes = await created.jpeg({ quality: 60, progressive }).toBuffer();
    let read = 0;
    for (let at = 2; at < bytes.length; at += 9) {
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ (1 << (at % 8));
      try {
        expect(decodeJpeg(broken, { width, height }, FULL)).toMatchObject({ width, height });
        read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
    }
    expect(read).toBeGreaterThan(20);
  },
);

describe("a smaller picture than the JPEG's", () => {
  const { width, height } = { width: 1200, height: 800 };
  const drawn = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#f5e8d0"/><circle cx="30%" cy="40%" r="230" fill="#2e86c1"/><rect x="60%" y="20%" width="25%" height="70%" fill="#c0392b"/></svg>`,
    ),
  ).removeAlpha();

  it.each([
    [1200, 1200, 800],
    [601, 1200, 800],
    [600, 600, 400],
    [300, 300, 200],
    [150, 150, 100],
    [10, 150, 100],
  ])(
    "of which %i pixels are wanted has %i × %i and looks the same",
    async (wanted, expectedWidth, expectedHeight) => {
      for (const chromaSubsampling of ["4:2:0", "4:4:4"]) {
        const bytes = await drawn.clone().jpeg({ quality: 92, chromaSubsampling }).toBuffer();
        const decoded = decodeJpeg(bytes, { width, height }, wanted);
        expect([decoded.width, decoded.height]).toEqual([expectedWidth, expectedHeight]);
        const { width: w, height: h } = decoded;
        const shrunken = await sharp(bytes).resize(w, h, { fit: "fill" }).raw().toBuffer();
        expect(meanDifference(shrunken, decoded.pixels)).toBeLessThan(1.5);
      }
    },
  );

  it("has every line and column that the JPEG has a part of", () => {
    const bytes = flatJpeg({ ...size, components: [colour(1)] });
    expect(decodeJpeg(bytes, size, 50)).toMatchObject({ width: 50, height: 38 });
    expect(decodeJpeg(bytes, size, 25)).toMatchObject({ width: 25, height: 19 });
    expect(decodeJpeg(bytes, size, 1)).toMatchObject({ width: 13, height: 10 });
  });
});

describe("what is no whole JPEG of 8 bits", () => {
  const components = [colour(1), colour(2), colour(3)];
  const whole = flatJpeg({ ...size, components });

  it("breaks off at any place", () => {
    const lastBits = whole.length - 4;
    for (let length = 2; length < lastBits; length += 7) {
      expect(() => decodeJpeg(whole.subarray(0, length), size, FULL), `${length} bytes`).toThrow();
    }
  });

  it("but a missing end marker, or something behind it, harms nothing", () => {
    const { pixels } = decodeJpeg(whole, size, FULL);
    expect(decodeJpeg(whole.subarray(0, -2), size, FULL).pixels).toEqual(pixels);
    expect(decodeJpeg(Buffer.concat([whole, whole.subarray(0, 300)]), size, FULL).pixels).toEqual(pixels);
  });

  it("has another size than it promised", () => {
    expect(() => decodeJpeg(whole, { width: 100, height: 75 }, FULL)).toThrow("not the promised size");
  });

  it("misses a restart marker", () => {
    const bytes = flatJpeg({ ...size, components, restartInterval: 20 });
    const marker = bytes.indexOf(Buffer.of(0xff, 0xd1));
    expect(() =>
      decodeJpeg(Buffer.concat([bytes.subarray(0, marker), bytes.subarray(marker + 2)]), size, FULL),
    ).toThrow();
  });

  it("has 12 bits, two colours, or none", () => {
    expect(() => decodeJpeg(flatJpeg({ ...size, components, precision: 12 }), size, FULL)).toThrow(
      "another kind",
    );
    const two = flatJpeg({ ...size, components: [colour(1), colour(2)] });
    expect(() => decodeJpeg(two, size, FULL)).toThrow("another kind");
  });

  it("never tells one of its colours", () => {
    const bytes = flatJpeg({ ...size, components, isApart: true });
    const third = bytes.lastIndexOf(Buffer.of(0xff, 0xda));
    expect(() => decodeJpeg(bytes.subarray(0, third), size, FULL)).toThrow("a scan is missing");
  });

  it("asks for more work than any picture: a thousand scans", () => {
    const bytes = flatJpeg({ ...size, components: [colour(1)], isProgressive: true });
    const from = bytes.indexOf(Buffer.of(0xff, 0xda));
    const scan = bytes.subarray(from, -2);
    const many = Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: 1_000 }, () => scan)]);
    expect(() => decodeJpeg(many, size, FULL)).toThrow("more scans");
  });
});
