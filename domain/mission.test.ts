import { expect, test } from "vitest";
import type { Face } from "./face.ts";
import type { Label } from "./label.ts";
import { metMissions, type Mission, type MissionGoal } from "./mission.ts";

const box = { left: 0, top: 0, width: 0.1, height: 0.1 };
const face = (happy: number): Face => ({
  box,
  confidence: 99,
  emotions: [{ type: "HAPPY", confidence: happy }],
});
const label = (name: string, more: Partial<Label> = {}): Label => ({
  name,
  confidence: 90,
  instances: [],
  parents: [],
  ...more,
});
const mission = (missionId: string, goal: MissionGoal): Mission => ({ missionId, title: missionId, goal });
const isMet = (goal: MissionGoal, faces: readonly Face[], labels: readonly Label[] = []): boolean =>
  metMissions([mission("m", goal)], { faces, labels }).length === 1;

test("C2 a label, or anything below it, however it is written", () => {
  const cake = { kind: "label", label: "cake", count: 1 } as const;
  expect(isMet(cake, [], [label("Cake")])).toBe(true);
  expect(isMet(cake, [], [label("Wedding Cake", { parents: ["Cake", "Dessert"] })])).toBe(true);
  expect(isMet(cake, [], [label("Pancake")])).toBe(false);
});

test("C2 only what is sure counts, and as often as it is seen", () => {
  const glasses = { kind: "label", label: "Glass", count: 2 } as const;
  const instance = (confidence: number) => ({ box, confidence });
  expect(isMet(glasses, [], [label("Glass", { instances: [instance(90), instance(71)] })])).toBe(true);
  expect(isMet(glasses, [], [label("Glass", { instances: [instance(90), instance(69)] })])).toBe(false);
  expect(isMet({ ...glasses, count: 1 }, [], [label("Glass", { confidence: 69 })])).toBe(false);
});

test("C2 a thing and its kind are not two things", () => {
  const twoCakes = { kind: "label", label: "Cake", count: 2 } as const;
  const instances = [{ box, confidence: 95 }];
  const seen = [label("Wedding Cake", { parents: ["Cake"], instances }), label("Cake", { instances })];
  expect(isMet(twoCakes, [], seen)).toBe(false);
});

test("C3 at least, or exactly, so many faces", () => {
  const five = Array.from({ length: 5 }, () => face(10));
  expect(isMet({ kind: "faces", count: 5, exactly: false }, [...five, face(1)])).toBe(true);
  expect(isMet({ kind: "faces", count: 5, exactly: true }, [...five, face(1)])).toBe(false);
  expect(isMet({ kind: "faces", count: 5, exactly: true }, five)).toBe(true);
});

test("C4 everybody smiles: one who does not is enough to miss it, and nobody is not everybody", () => {
  const goal = { kind: "everybody-smiles", count: 2 } as const;
  expect(isMet(goal, [face(60), face(99)])).toBe(true);
  expect(isMet(goal, [face(59.9), face(99)])).toBe(false);
  expect(isMet(goal, [face(99)])).toBe(false);
});

test("C1 the first ten missions are decided, in the host's order", () => {
  const missions = Array.from({ length: 12 }, (_, index) =>
    mission(`m${index}`, { kind: "faces", count: index % 2, exactly: true }),
  );
  expect(metMissions(missions, { faces: [face(1)], labels: [] })).toEqual(["m1", "m3", "m5", "m7", "m9"]);
});
