import fc from "fast-check";
import { expect, test } from "vitest";
import { faultPlanSchema } from "../../faults/fault-plan.ts";
import { planStorm } from "./plan-storm.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const minutes = fc.double({ min: 0.05, max: 5, noNaN: true });

test("a storm is the same for the same seed and length", () => {
  fc.assert(
    fc.property(seeds, minutes, (seed, length) => {
      expect(planStorm(seed, length)).toEqual(planStorm(seed, length));
    }),
  );
});

test("a storm turns in the order of time, with plans that can be set, and its clock adds up", () => {
  fc.assert(
    fc.property(seeds, minutes, (seed, length) => {
      const { gusts, blows, lengthMs, clockOffsetMs, setBackMs } = planStorm(seed, length);
      let before = { atMs: 0, offset: 0 };
      let back = 0;
      for (const { atMs, faults } of gusts) {
        expect(faultPlanSchema.parse(faults)).toEqual(faults);
        expect(atMs).toBeGreaterThanOrEqual(before.atMs);
        const offset = faults.clockOffsetMs ?? 0;
        back += Math.max(0, before.offset - offset);
        before = { atMs, offset };
      }
      expect(before.offset).toBe(clockOffsetMs);
      expect(back).toBeCloseTo(setBackMs, 3);
      expect(gusts[0]?.atMs).toBe(0);
      expect(blows.every(({ atMs }) => atMs >= 0 && atMs <= lengthMs)).toBe(true);
    }),
  );
});

test("a disk that is full has room again in the next gust", () => {
  fc.assert(
    fc.property(seeds, minutes, (seed, length) => {
      const { gusts } = planStorm(seed, length);
      const full = gusts.findIndex(({ faults }) => faults.diskQuotaBytes !== undefined);
      return full === -1 || gusts.slice(full + 1).some(({ faults }) => faults.diskQuotaBytes === undefined);
    }),
  );
});

test("few seeds bring every kind of fault", () => {
  const storms = Array.from({ length: 20 }, (_, seed) => planStorm(seed, 1));
  const plans = storms.flatMap(({ gusts }) => gusts.map(({ faults }) => faults));
  const kinds = new Set(plans.flatMap(({ calls = {} }) => Object.values(calls).flatMap(Object.keys)));
  expect(kinds).toEqual(
    new Set(["throttlePerSecond", "latencyMs", "failBefore", "failAfter", "dropBefore", "dropAfter"]),
  );
  const services = new Set(
    plans.flatMap(({ calls = {} }) => Object.keys(calls).map((name) => name.split(":")[0])),
  );
  expect(services.size).toBe(10);
  expect(plans.some(({ diskQuotaBytes }) => diskQuotaBytes !== undefined)).toBe(true);
  expect(
    plans.every(
      ({ kill, queues, webhooks, cutSocketsPerMinute }) => kill && queues && webhooks && cutSocketsPerMinute,
    ),
  ).toBe(true);
  expect(new Set(storms.flatMap(({ blows }) => blows.map(({ kind }) => kind))).size).toBe(3);
  expect(storms.some(({ setBackMs }) => setBackMs > 0)).toBe(true);
  expect(storms.some(({ clockOffsetMs }) => clockOffsetMs > 3_000_000)).toBe(true);
});
