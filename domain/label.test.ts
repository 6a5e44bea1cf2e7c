import { expect, test } from "vitest";
import { keptLabels, keptWithoutAgeAndGender, type Label } from "./label.ts";

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

test("P4 what a label says of age and gender is left out, also above another label", () => {
  const label = (name: string, ...parents: string[]) => ({ name, confidence: 90, instances: [], parents });
  expect(
    keptWithoutAgeAndGender([
      label("Woman", "Adult", "Person"),
      label("Bride", "Woman", "Person"),
      label("Cake"),
    ]),
  ).toEqual([label("Bride", "Person"), label("Cake")]);
});
