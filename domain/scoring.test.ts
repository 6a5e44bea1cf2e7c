import { expect, test } from "vitest";
import type { Face } from "./face.ts";
import { points, scoreOf } from "./scoring.ts";

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
