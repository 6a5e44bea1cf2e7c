import fc from "fast-check";
import { expect, it } from "vitest";
import { createDueTimes } from "./due-times.ts";

it("gives entries back in the order of their times, and none before its time", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (times, now) => {
      const dueTimes = createDueTimes();
      times.forEach((dueAtMs, index) => dueTimes.add(`m${index}`, dueAtMs));
      const taken: number[] = [];
      for (let entry = dueTimes.take(now); entry !== undefined; entry = dueTimes.take(now))
        taken.push(entry.dueAtMs);
      const inOrder = times.toSorted((a, b) => a - b);
      expect(taken).toEqual(inOrder.filter((time) => time <= now));
      expect(dueTimes.next()).toBe(inOrder.find((time) => time > now));
    }),
  );
});
