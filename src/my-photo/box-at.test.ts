import { expect, it } from "vitest";
import { boxAt } from "./box-at.ts";

const picture = { width: 400, height: 300 };
const boxes = [
  { left: 0.1, top: 0.1, width: 0.5, height: 0.8 },
  { left: 0.2, top: 0.2, width: 0.1, height: 0.1 },
  { left: 0.9, top: 0.5, width: 0.02, height: 0.02 },
];

it("means the box that a finger touches, of several the smallest", () => {
  expect(boxAt(boxes, { x: 200, y: 200 }, picture)).toBe(0);
  expect(boxAt(boxes, { x: 100, y: 75 }, picture)).toBe(1);
});

it("takes a small face also from just beside it, and nothing from afar", () => {
  expect(boxAt(boxes, { x: 380, y: 150 }, picture)).toBe(2);
  expect(boxAt(boxes, { x: 364, y: 140 }, picture)).toBe(2);
  expect(boxAt(boxes, { x: 340, y: 150 }, picture)).toBeNull();
  expect(boxAt([], { x: 1, y: 1 }, picture)).toBeNull();
});

it("prefers what is touched to what is only near", () => {
  const [left, right] = [
    { left: 0, top: 0, width: 0.5, height: 1 },
    { left: 0.52, top: 0, width: 0.1, height: 0.1 },
  ];
  expect(boxAt([left, right], { x: 198, y: 20 }, picture)).toBe(0);
});
