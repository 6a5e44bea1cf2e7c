import { expect, test } from "vitest";
import { admission } from "./event.ts";

const event = { opensAt: 100, closesAt: 200, state: "open" } as const;

test("E1 a photo is taken from opening until closing, by LINE's time stamp", () => {
  expect(admission(event, 99)).toBe("not-yet-open");
  expect(admission(event, 100)).toBe("open");
  expect(admission(event, 199)).toBe("open");
  expect(admission(event, 200)).toBe("closed");
});

test("E1 a closed event takes no photo, whenever it was sent", () => {
  expect(admission({ ...event, state: "closed" }, 150)).toBe("closed");
});
