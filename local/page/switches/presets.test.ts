import { describe, expect, it } from "vitest";
import { checkActions } from "../../faults/check-actions.ts";
import { faultPlanSchema } from "../../faults/fault-plan.ts";
import { contains, merged, without } from "./plan-tree.ts";
import { presets } from "./presets.ts";

describe("the presets", () => {
  it.each(presets)("$name is a plan", ({ plan }) => {
    expect(faultPlanSchema.parse(plan)).toEqual(plan);
    expect(() => checkActions(plan, new Map())).not.toThrow();
  });

  it("can be on together and be taken away one by one, in any order", () => {
    const all = presets.reduce<object>((plan, preset) => merged({ ...plan }, preset.plan), {});
    for (const { plan } of presets) expect(contains({ ...all }, plan)).toBe(true);
    for (const order of [presets, presets.toReversed()]) {
      let rest = { ...all };
      for (const { plan } of order) {
        rest = without(rest, plan);
        expect(contains(rest, plan)).toBe(false);
      }
      expect(rest).toEqual({});
    }
  });
});

describe("a part of a plan", () => {
  const plan = { seed: 7, calls: { "*": { failBefore: 0.1, latencyMs: [1, 2] } } };

  it("leaves what others have set when it is taken away", () => {
    expect(without(plan, { calls: { "*": { failBefore: 0.1 } } })).toEqual({
      seed: 7,
      calls: { "*": { latencyMs: [1, 2] } },
    });
  });

  it("is not there when a value is another one, and then stays untouched", () => {
    const other = { calls: { "*": { failBefore: 0.2 } } };
    expect(contains(plan, other)).toBe(false);
    expect(without(plan, other)).toEqual(plan);
  });

  it("wins over what stands in its place", () => {
    expect(merged(plan, { calls: { "*": { latencyMs: [5, 6] } } })).toEqual({
      seed: 7,
      calls: { "*": { failBefore: 0.1, latencyMs: [5, 6] } },
    });
  });
});
