import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAnalyser } from "../aws/rekognition/analyser.ts";
import { faceDetail } from "../aws/rekognition/face-detail.ts";
import { listSamples } from "./list-samples.ts";
import type { MoodName } from "./person.ts";
import { renderSample } from "./render-sample.ts";
import { SAMPLES } from "./sample-list.ts";

const EMOTION: Readonly<Record<MoodName, string>> = {
  neutral: "CALM",
  happy: "HAPPY",
  veryHappy: "HAPPY",
  sad: "SAD",
  angry: "ANGRY",
  surprised: "SURPRISED",
};

const analyser = createAnalyser();
beforeAll(() => analyser.warm());
afterAll(() => analyser.close());

describe("what is drawn is what the analyser reads", () => {
  test.each(SAMPLES)("$name", async (sample) => {
    const jpeg = await renderSample(sample.name);
    const faces = (await analyser.read("faces", jpeg)).map((face) => faceDetail(face));

    const expected = sample.mood === "none" ? [] : sample.people;
    expect(faces).toHaveLength(expected.length);
    for (const { person, x, y } of expected) {
      const face = faces.find(({ BoundingBox: box }) => contains(box, x / sample.width, y / sample.height));
      expect(face?.Emotions[0]).toMatchObject({ Type: EMOTION[person.mood] });
    }
  });
});

function contains(
  box: { Left: number; Top: number; Width: number; Height: number },
  x: number,
  y: number,
): boolean {
  return x > box.Left && x < box.Left + box.Width && y > box.Top && y < box.Top + box.Height;
}

test("very happy people score higher than happy ones", async () => {
  const happiness = async (name: string): Promise<number> => {
    const [face] = await analyser.read("faces", await renderSample(name));
    return face ? (faceDetail(face).Emotions.find(({ Type }) => Type === "HAPPY")?.Confidence ?? 0) : 0;
  };
  expect(await happiness("bride")).toBeGreaterThan(97);
  expect(await happiness("hakama")).toBeGreaterThan(60);
  expect(await happiness("hakama")).toBeLessThan(95);
  expect(await happiness("groom")).toBeLessThan(20);
});

test("samples are JPEGs of about 1280 pixels", async () => {
  for (const { name, width, height } of SAMPLES) {
    const found = await sharp(await renderSample(name)).metadata();
    expect(found).toMatchObject({ format: "jpeg", width, height });
    expect(Math.max(width, height)).toBe(1280);
  }
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
