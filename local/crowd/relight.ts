import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Sample } from "../samples/sample.ts";

// Coarse and strong: what a look hash sees, in more of its waves than a duplicate may differ in.
const TILES = { width: 8, height: 6 };
const STRENGTH = 0.7;
/** Of a head, in the units of a person, with some hair around it. */
const HEAD = { rx: 200, ry: 230 };

/**
 * The sample in another light, as a JPEG: the same for the same `salt`, and unlike every other salt's to a look hash.
 * Heads keep their own light, so that the same faces are read. `jpeg` is the sample in any width.
 */
export async function relight(sample: Sample, jpeg: Buffer, salt: string): Promise<Buffer> {
  const { width, height } = await sharp(jpeg).metadata();
  const mask = await maskOf(sample, width, height);
  const { data: input, info: raw } = await sharp(tilesOf(salt), { raw: { ...TILES, channels: 1 } })
    // Hard edges: in soft spots of light the analyser sees a face now and then.
    .resize(width, height, { fit: "fill", kernel: "nearest" })
    .joinChannel(mask, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(jpeg).composite([{ input, raw }]).jpeg({ quality: 86 }).toBuffer();
}

/** Light or shadow, by the salt. */
function tilesOf(salt: string): Uint8Array {
  const bytes = createHash("shake256", { outputLength: TILES.width * TILES.height })
    .update(salt)
    .digest();
  return bytes.map((byte) => (byte % 2) * 255);
}

const masks = new Map<string, Promise<Buffer>>();

/** Where the light falls, one byte for each pixel. */
function maskOf(sample: Sample, width: number, height: number): Promise<Buffer> {
  const key = `${sample.name} ${width}`;
  const mask = masks.get(key) ?? drawMask(sample, width, height);
  masks.set(key, mask);
  return mask;
}

function drawMask(sample: Sample, width: number, height: number): Promise<Buffer> {
  const { width: fullWidth, height: fullHeight, people, mood } = sample;
  // In a picture that nobody can be recognised on, a head that is spared would begin to stand out.
  const heads = (mood === "none" ? [] : people).map(
    ({ x, y, scale }) =>
      `<ellipse cx="${x}" cy="${y}" rx="${HEAD.rx * scale}" ry="${HEAD.ry * scale}" fill="url(#head)"/>`,
  );
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${fullWidth} ${fullHeight}">` +
    `<radialGradient id="head"><stop offset=".75"/><stop offset="1" stop-opacity="0"/></radialGradient>` +
    `<rect width="100%" height="100%" fill="#fff" opacity="${STRENGTH}"/>${heads.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: "#000" }).extractChannel(0).raw().toBuffer();
}
