import sharp from "sharp";
import { expect, test } from "vitest";
import { listSamples } from "./list-samples.ts";
import { renderSample } from "./render-sample.ts";
import { SAMPLES } from "./sample-list.ts";

test.each(["bride", "panorama", "cake"])("%s is a JPEG of 1280 pixels", async (name) => {
  const { width, height } = SAMPLES.find((sample) => sample.name === name) ?? {};
  const found = await sharp(await renderSample(name)).metadata();
  expect(found).toMatchObject({ format: "jpeg", width, height });
  expect(Math.max(found.width, found.height)).toBe(1280);
});

test("the list names every sample once, in three languages", () => {
  const list = listSamples();
  expect(new Set(list.map(({ name }) => name)).size).toBe(SAMPLES.length);
  expect(list.find(({ name }) => name === "table-of-eight")).toMatchObject({ people: 8, mood: "veryHappy" });
  for (const { description } of list)
    expect(Object.values(description).every((text) => text.length > 1)).toBe(true);
});

test("an unknown sample is refused by name", async () => {
  await expect(renderSample("nobody")).rejects.toThrow("nobody");
});
