import { expect, test } from "vitest";
import { faceLines } from "./face-lines.ts";
import { reportWords } from "./words.ts";

test("what the source does not say is not known, and never a no", () => {
  const lines = new Map(faceLines({}, reportWords.en, true));
  for (const [what, read] of lines) expect(read, what).toContain("not known");
  expect(lines.size).toBe(17);
  expect([...lines.values()].join(" ")).not.toMatch(/\bno\b(?! )|\d/);
});

test("everything that Rekognition says is told with how sure it is", () => {
  const sure = (Value: boolean) => ({ Value, Confidence: 90 });
  const lines = new Map(
    faceLines(
      {
        AgeRange: { Low: 20, High: 28 },
        Gender: { Value: "Female", Confidence: 99.12 },
        Smile: sure(true),
        Eyeglasses: sure(false),
        Sunglasses: sure(false),
        Beard: sure(false),
        Mustache: sure(false),
        EyesOpen: sure(true),
        MouthOpen: sure(true),
        FaceOccluded: sure(false),
        EyeDirection: { Yaw: 1.5, Pitch: -2, Confidence: 80 },
        Pose: { Roll: 0, Yaw: 10.04, Pitch: -3 },
        Quality: { Brightness: 70, Sharpness: 55.5 },
        BoundingBox: { Left: 0.1, Top: 0.2, Width: 0.3, Height: 0.4 },
        Confidence: 99.9,
        Landmarks: [{ Type: "nose", X: 0.5, Y: 0.25 }],
        Emotions: [
          { Type: "CALM", Confidence: 3 },
          { Type: "HAPPY", Confidence: 97.5 },
          // Newer than the client's own list.
          { Type: "NOSTALGIC" as "CALM", Confidence: 1 },
        ],
      },
      reportWords.en,
      true,
    ),
  );
  expect(Object.fromEntries(lines)).toEqual({
    "looks aged": "20–28",
    looks: "female (99.1 %)",
    smile: "yes (90.0 %)",
    eyeglasses: "no (90.0 %)",
    emotions:
      "happy 97.5, calm 3.0, another 1.0, sad not known, angry not known, confused not known, disgusted not known, surprised not known, fear not known",
    sunglasses: "no (90.0 %)",
    beard: "no (90.0 %)",
    mustache: "no (90.0 %)",
    "eyes open": "yes (90.0 %)",
    "mouth open": "yes (90.0 %)",
    covered: "no (90.0 %)",
    "eyes turned": "yaw 1.5°, pitch -2.0°",
    "head turned": "roll 0.0°, yaw 10.0°, pitch -3.0°",
    picture: "brightness 70.0, sharpness 55.5",
    box: "10.0 % 20.0 % 30.0 % × 40.0 %",
    "is a face": "99.9 %",
    landmarks: "nose 50.0 % 25.0 %",
  });
});

test("without --all there are the five that people ask for", () => {
  expect(faceLines({}, reportWords.ja, false).map(([what]) => what)).toEqual([
    "見た目の年齢",
    "見た目の性別",
    "笑顔",
    "メガネ",
    "感情",
  ]);
});
