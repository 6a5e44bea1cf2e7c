import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAnalyser } from "../../local/aws/rekognition/analyser.ts";
import { faceDetail } from "../../local/aws/rekognition/face-detail.ts";
import type { MoodName } from "../../local/samples/person.ts";
import { renderSample } from "../../local/samples/render-sample.ts";
import { SAMPLES } from "../../local/samples/sample-list.ts";

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
  it.each(SAMPLES)("$name", async (sample) => {
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

it("very happy people score higher than happy ones", async () => {
  const happiness = async (name: string): Promise<number> => {
    const [face] = await analyser.read("faces", await renderSample(name));
    return face ? (faceDetail(face).Emotions.find(({ Type }) => Type === "HAPPY")?.Confidence ?? 0) : 0;
  };
  expect(await happiness("bride")).toBeGreaterThan(97);
  expect(await happiness("hakama")).toBeGreaterThan(60);
  expect(await happiness("hakama")).toBeLessThan(95);
  expect(await happiness("groom")).toBeLessThan(20);
});
