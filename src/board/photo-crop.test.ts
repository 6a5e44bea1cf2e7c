import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropAround } from "./photo-crop.ts";

const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const faces = fc.array(
  fc.tuple(ratio, ratio, ratio, ratio).map(([left, top, width, height]) => ({
    left,
    top,
    width: Math.min(width, 1 - left),
    height: Math.min(height, 1 - top),
  })),
  { minLength: 1, maxLength: 6 },
);
const aspect = fc.double({ min: 0.3, max: 3.5, noNaN: true });
const EPSILON = 1e-9;

describe("the crop of a photo", () => {
  it("never cuts a face, never leaves the photo, has the frame's shape where it says so", () => {
    fc.assert(
      fc.property(faces, aspect, aspect, (boxes, photoAspect, frameAspect) => {
        const crop = cropAround(boxes, photoAspect, frameAspect);
        expect(crop.left).toBeGreaterThanOrEqual(0);
        expect(crop.top).toBeGreaterThanOrEqual(0);
        expect(crop.left + crop.width).toBeLessThanOrEqual(1 + EPSILON);
        expect(crop.top + crop.height).toBeLessThanOrEqual(1 + EPSILON);
        if (crop.fillsFrame) expect((crop.width / crop.height) * photoAspect).toBeCloseTo(frameAspect, 6);
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(crop.left - EPSILON);
          expect(box.top).toBeGreaterThanOrEqual(crop.top - EPSILON);
          expect(box.left + box.width).toBeLessThanOrEqual(crop.left + crop.width + EPSILON);
          expect(box.top + box.height).toBeLessThanOrEqual(crop.top + crop.height + EPSILON);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("comes closer to one small face, but only so far as the pixels allow", () => {
    const crop = cropAround([{ left: 0.7, top: 0.3, width: 0.05, height: 0.05 }], 1, 1);
    expect(crop).toMatchObject({ width: 0.5, height: 0.5, fillsFrame: true });
    expect(crop.left).toBeCloseTo(0.475);
  });

  it("shows all of a group that is wider than the frame, and little beside it", () => {
    const group = [0.2, 0.4, 0.6].map((left) => ({ left, top: 0.4, width: 0.1, height: 0.2 }));
    const crop = cropAround(group, 16 / 9, 0.7);
    expect(crop).toMatchObject({ height: 1, fillsFrame: false });
    expect(crop.left).toBeCloseTo(0.165);
    expect(crop.width).toBeCloseTo(0.57);
    expect(cropAround(group, 16 / 9, 16 / 9).fillsFrame).toBe(true);
  });

  it("cuts next to nothing while the faces are not known", () => {
    expect(cropAround([], 4 / 3, 1)).toEqual({ left: 0, top: 0, width: 1, height: 1, fillsFrame: false });
    expect(cropAround([], 1.05, 1)).toMatchObject({ top: 0, height: 1, fillsFrame: true });
  });
});
