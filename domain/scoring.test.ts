import fc from "fast-check";
import { expect, test } from "vitest";
import type { Face } from "./face.ts";
import { points, scoreOf, scorePhoto } from "./scoring.ts";

const face = (happy: number | undefined): Face => ({
  box: { left: 0.1, top: 0.1, width: 0.2, height: 0.2 },
  confidence: 99,
  emotions: [
    { type: "CALM", confidence: 3 },
    ...(happy === undefined ? [] : [{ type: "HAPPY" as const, confidence: happy }]),
  ],
});

test("S1 the happiness of all faces adds up", () => {
  expect(scoreOf([face(99.2), face(43.4)])).toBe(142.6);
});

test("S1 a face whose source told no HAPPY gives nothing", () => {
  expect(scoreOf([face(undefined), face(50)])).toBe(50);
});

test("S2 the sum is rounded once, not each face", () => {
  expect(scoreOf([face(0.04), face(0.04), face(0.04)])).toBe(0.1);
});

test("S2 confidences outside 0..100 are clamped", () => {
  expect(scoreOf([face(100.4), face(-3)])).toBe(100);
});

test("S1 no face, no points", () => {
  expect(scoreOf([])).toBe(0);
});

test("S3 points have one decimal", () => {
  expect(points(142.6)).toBe("142.6pt");
  expect(points(100)).toBe("100.0pt");
});

const faceOf = (happy: number, side: number, confidence = 99): Face => ({
  ...face(happy),
  box: { left: 0, top: 0, width: side, height: side },
  confidence,
});

test("S4 S7 a face that is too small gives nothing and says so", () => {
  expect(scorePhoto([faceOf(80, 0.2), faceOf(90, 0.02)], { minFaceSize: 0.03 })).toEqual({
    score: 80,
    faces: [{ points: 80 }, { points: 0, dropped: "too-small" }],
  });
});

test("S4 the size of a face is the same upright and turned", () => {
  const tall = { ...face(70), box: { left: 0, top: 0, width: 0.02, height: 0.08 } };
  const wide = { ...face(70), box: { left: 0, top: 0, width: 0.08, height: 0.02 } };
  expect(scoreOf([tall, wide], { minFaceSize: 0.04 })).toBe(140);
  expect(scoreOf([tall, wide], { minFaceSize: 0.041 })).toBe(0);
});

test("S5 S7 a face that may be none gives nothing and says so", () => {
  expect(scorePhoto([faceOf(80, 0.2, 89.9), faceOf(60, 0.2, 90)], { minFaceConfidence: 90 })).toEqual({
    score: 60,
    faces: [{ points: 0, dropped: "unsure" }, { points: 60 }],
  });
});

test("S6 S7 beyond the cap the happiest count, of equals the larger", () => {
  const faces = [faceOf(10, 0.1), faceOf(90, 0.1), faceOf(50, 0.1), faceOf(50, 0.2)];
  expect(scorePhoto(faces, { faceCap: 2 })).toEqual({
    score: 140,
    faces: [
      { points: 0, dropped: "beyond-cap" },
      { points: 90 },
      { points: 0, dropped: "beyond-cap" },
      { points: 50 },
    ],
  });
});

test("S6 faces that do not count take nobody's place under the cap", () => {
  const faces = [faceOf(99, 0.01), faceOf(40, 0.2)];
  expect(scoreOf(faces, { faceCap: 1, minFaceSize: 0.02 })).toBe(40);
});

test("S7 the points of the faces add up to the score, in whatever order they were read", () => {
  const anyFace = fc
    .tuple(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 0, max: 100 }),
    )
    .map(([tenths, side, confidence]) => faceOf(tenths / 10, side / 100, confidence));
  const anyRules = fc.record(
    {
      faceCap: fc.integer({ min: 1, max: 5 }),
      minFaceSize: fc.constant(0.1),
      minFaceConfidence: fc.constant(50),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(anyFace, { maxLength: 12 }), anyRules, (faces, rules) => {
      const { score, faces: given } = scorePhoto(faces, rules);
      expect(given).toHaveLength(faces.length);
      expect(score).toBeCloseTo(
        given.reduce((sum, each) => sum + each.points, 0),
        1,
      );
      expect(scoreOf(faces.toReversed(), rules)).toBe(score);
    }),
  );
});
