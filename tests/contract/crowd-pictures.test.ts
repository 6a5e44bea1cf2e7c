import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bitsBetween, NEAR_BITS } from "#domain/duplicate";
import { decodePicture } from "../../functions/shared/pictures/decode-picture.ts";
import { uprightPicture } from "../../functions/shared/pictures/display-copies.ts";
import { lookHashOf } from "../../functions/shared/pictures/look-hash.ts";
import { pictureTypeOf, readPictureHead } from "../../functions/shared/pictures/picture-head.ts";
import { createAnalyser } from "../../local/aws/rekognition/analyser.ts";
import { drawPicture, PICTURES, saveAnew } from "../../local/crowd/pictures.ts";
import { listSamples } from "../../local/samples/list-samples.ts";
import { renderSample } from "../../local/samples/render-sample.ts";

const NAMES = ["bride", "table-of-eight", "panorama", "cake", "too-dark", "png"];
const SALTS = Array.from({ length: 60 }, (_, at) => `7-${at}`);

function looksOf(picture: Buffer): string {
  const type = pictureTypeOf(picture);
  const head = type && readPictureHead(picture, type);
  const decoded = head && decodePicture(picture, head, 1024);
  if (decoded?.kind !== "decoded") throw new Error("the picture cannot be decoded");
  return lookHashOf(uprightPicture(decoded.bitmap, head?.orientation ?? 1));
}

/** Of the two that look most alike, in how many bits they differ. */
function nearest(looks: readonly string[]): number {
  return Math.min(
    ...looks.flatMap((look, at) => looks.slice(0, at).map((other) => bitsBetween(look, other))),
  );
}

describe("the pictures of a crowd", () => {
  test("look different with every salt, of the same people and of others", async () => {
    const looks: string[] = [];
    for (const name of NAMES)
      for (const salt of SALTS) looks.push(looksOf(await drawPicture(name, salt, 240)));
    expect(nearest(looks)).toBeGreaterThan(NEAR_BITS);
  }, 60_000);

  test("look as different in full size and very small", async () => {
    const salts = SALTS.slice(0, 4);
    const full = await Promise.all(salts.map((salt) => drawPicture("three-friends", salt)));
    const tiny = await Promise.all(salts.map((salt) => drawPicture("tiny", salt)));
    expect(nearest([...full, ...tiny].map(looksOf))).toBeGreaterThan(NEAR_BITS);
  });

  test.each(["bride", "png", "tiny", "gif", "broken"])(
    "are the same bytes for the same salt: %s",
    async (name) => {
      const [picture, again, other] = await Promise.all(
        ["1", "1", "2"].map((salt) => drawPicture(name, salt, 240)),
      );
      expect(picture?.equals(again ?? Buffer.alloc(0))).toBe(true);
      expect(picture?.equals(other ?? Buffer.alloc(0))).toBe(false);
    },
  );

  test("are of known names", async () => {
    await expect(drawPicture("nobody", "1")).rejects.toThrow("no picture is called nobody");
  });
});

test("the samples that the chat offers are no duplicates of each other", async () => {
  const samples = await Promise.all(listSamples().map(({ name }) => renderSample(name)));
  expect(samples.length).toBeGreaterThan(15);
  expect(nearest(samples.map(looksOf))).toBeGreaterThan(NEAR_BITS);
}, 60_000);

describe("what is drawn in whatever light is what the analyser reads", () => {
  const analyser = createAnalyser();
  beforeAll(() => analyser.warm());
  afterAll(() => analyser.close());

  // The width that crowds in a hurry send.
  const width = 400;
  const readable = PICTURES.filter(({ fate }) => fate === "shown" || fate === "no-face");
  test.each(readable)("$name: $faces faces", async ({ name, faces }) => {
    for (const salt of ["1", "2"]) {
      expect(await analyser.read("faces", await drawPicture(name, salt, width))).toHaveLength(faces);
    }
    const picture = await drawPicture(name, "1", width);
    const again = await saveAnew(picture);
    expect(await analyser.read("faces", again)).toHaveLength(faces);
    expect(bitsBetween(looksOf(picture), looksOf(again))).toBeLessThanOrEqual(NEAR_BITS);
  });
});
