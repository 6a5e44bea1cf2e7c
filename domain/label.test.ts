import { expect, test } from "vitest";
import { keptLabels, type Label } from "./label.ts";

const label = (name: string, confidence: number): Label => ({ name, confidence, instances: [], parents: [] });

test("L1 the surest first, above the event's confidence, at most its number", () => {
  const labels = [
    label("Tie", 60),
    label("Cake", 99),
    label("Dog", 79.9),
    label("Person", 80),
    label("Cup", 80),
  ];
  expect(keptLabels(labels, { minConfidence: 80, most: 2 }).map(({ name }) => name)).toEqual(["Cake", "Cup"]);
});
