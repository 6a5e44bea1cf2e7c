import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { bitsBetween, NEAR_BITS } from "#domain/duplicate";
import type { Bitmap } from "./bitmap.ts";
import { copyMaker } from "./copy-maker.ts";
import { lookHashOf } from "./look-hash.ts";
import { pictureTypeOf, readPictureHead } from "./picture-head.ts";

/** A table with guests: ellipses for heads and shoulders before a patterned wall. */
function table(guests: readonly string[], shift = 0): Sharp {
  const figures = guests.map((colours, index) => {
    const [hair, dress] = colours.split(" ");
    const x = 170 + index * 230 + shift;
    if (hair === "none") return "";
    return `<ellipse cx="${x}" cy="520" rx="110" ry="190" fill="${dress}"/><circle cx="${x}" cy="280" r="85" fill="${hair}"/><circle cx="${x}" cy="300" r="62" fill="#f0c8a8"/>`;
  });
  const wall = Array.from(
    { length: 9 },
    (_, index) => `<rect x="${index * 90}" width="40" height="600" fill="#e0d0b0"/>`,
  );
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#a08060"/>${wall.join("")}${figures.join("")}</svg>`,
    ),
  ).flatten({ background: "#fff" });
}

const guests = ["#000 #c02040", "#603010 #204080", "#e0c060 #f8f8f8"];

async function hashOf(image: Sharp): Promise<string> {
  const bytes = await image.jpeg({ quality: 90 }).toBuffer();
  return hashOfBytes(bytes);
}

async function hashOfBytes(bytes: Buffer): Promise<string> {
  const type = pictureTypeOf(bytes);
  const head = type && readPictureHead(bytes, type);
  if (head === undefined) throw new Error("no head");
  const made = await copyMaker.makeCopies(bytes, head);
  if (made.kind !== "made") throw new Error(made.reason);
  return made.lookHash;
}

const cropped = async (share: number): Promise<Sharp> =>
  sharp(await table(guests).png().toBuffer()).extract({
    left: Math.round(400 * share),
    top: Math.round(300 * share),
    width: Math.round(800 * (1 - share)),
    height: Math.round(600 * (1 - share)),
  });

describe("D2: the look of a picture", () => {
  it("is sixteen hexadecimal digits, the same each time, half of its bits set", async () => {
    const hash = await hashOf(table(guests));
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(await hashOf(table(guests))).toBe(hash);
    expect(bitsBetween(hash, "0".repeat(16))).toBe(32);
  });

  it.each([
    ["another quality", async () => sharp(await table(guests).jpeg({ quality: 25 }).toBuffer())],
    ["another size", () => table(guests).resize(320)],
    ["PNG", async () => sharp(await table(guests).png().toBuffer())],
    ["more light", () => table(guests).modulate({ brightness: 1.1 })],
    ["less light", () => table(guests).modulate({ brightness: 0.8 })],
    ["a small crop", () => cropped(0.02)],
    ["the next picture of a burst", () => table(guests, 6)],
  ])("stays nearly the same in %s", async (_name, other) => {
    expect(bitsBetween(await hashOf(table(guests)), await hashOf(await other()))).toBeLessThanOrEqual(
      NEAR_BITS,
    );
  });

  it.each([
    ["mirrored", () => table(guests).flop()],
    ["other people on the same background", () => table(["#e0c060 #f8f8f8", "#000 #000", "#000 #c02040"])],
    ["one person fewer", () => table([guests[0] ?? "", "none none", guests[2] ?? ""])],
    ["upside down", () => table(guests).rotate(180)],
  ])("is another one for %s", async (_name, other) => {
    expect(bitsBetween(await hashOf(table(guests)), await hashOf(other()))).toBeGreaterThan(NEAR_BITS);
  });

  it("is that of the upright picture, however the camera was held", async () => {
    const upright = await table(guests).jpeg({ quality: 95 }).toBuffer();
    const onItsSide = await sharp(upright)
      .rotate(-90)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer();
    expect(bitsBetween(await hashOfBytes(upright), await hashOfBytes(onItsSide))).toBeLessThanOrEqual(2);
  });

  it("exists for a picture without anything in it, or of a single pixel", () => {
    const flat = (width: number, height: number): Bitmap => ({
      width,
      height,
      channels: 3,
      pixels: new Uint8Array(width * height * 3).fill(77),
    });
    for (const bitmap of [flat(1, 1), flat(300, 2), flat(640, 480)])
      expect(lookHashOf(bitmap)).toMatch(/^[0-9a-f]{16}$/);
  });
});
