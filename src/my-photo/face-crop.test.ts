import fc from "fast-check";
import { expect, it } from "vitest";
import { faceCrop } from "./face-crop.ts";

it("cuts a square around the middle of a face, with some room", () => {
  const crop = faceCrop({ left: 0.4, top: 0.4, width: 0.1, height: 0.2 }, { width: 1000, height: 500 });
  expect(crop.side).toBeCloseTo(135);
  expect(crop.left + crop.side / 2).toBeCloseTo(450);
  expect(crop.top + crop.side / 2).toBeCloseTo(250);
});

it("never leaves the picture, wherever the face is", () => {
  // Rekognition's boxes may stick out of the picture.
  const ratio = fc.double({ min: -0.2, max: 1.2, noNaN: true });
  const share = fc.double({ min: 0.01, max: 1, noNaN: true });
  const pixels = fc.integer({ min: 40, max: 1024 });
  fc.assert(
    fc.property(ratio, ratio, share, share, pixels, pixels, (left, top, w, h, width, height) => {
      const crop = faceCrop({ left, top, width: w, height: h }, { width, height });
      expect(crop.left).toBeGreaterThanOrEqual(0);
      expect(crop.top).toBeGreaterThanOrEqual(0);
      expect(crop.left + crop.side).toBeLessThanOrEqual(width + 1e-6);
      expect(crop.top + crop.side).toBeLessThanOrEqual(height + 1e-6);
    }),
  );
});
