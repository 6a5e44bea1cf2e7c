import { expect, test } from "vitest";
import { admission } from "./event.ts";

const event = { opensAt: 100, closesAt: 200, state: "open" } as const;

test("E1 a photo is taken from opening until closing, by LINE's time stamp", () => {
  expect(admission(event, 99)).toBe("not-yet-open");
  expect(admission(event, 100)).toBe("open");
  expect(admission(event, 199)).toBe("open");
  expect(admission(event, 200)).toBe("closed");
});

test.each(["closed", "archived"] as const)("E1 a %s event takes no photo, whenever it was sent", (state) => {
  for (const sentAt of [50, 150, 250]) expect(admission({ ...event, state }, sentAt)).toBe("closed");
});
