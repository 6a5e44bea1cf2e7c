import { expect, test } from "vitest";
import { admission, photoAdmission } from "./event.ts";

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

test("G5 a photo that was sent after a round's end is too late, and one sent in time is not, whenever it comes", () => {
  const round = { ...event, stage: { takesUntil: 150 } };
  expect(photoAdmission(round, 149)).toBe("open");
  expect(photoAdmission(round, 150)).toBe("time-up");
  expect(photoAdmission(round, 99)).toBe("not-yet-open");
  expect(photoAdmission(round, 200)).toBe("closed");
  expect(photoAdmission({ ...event, stage: {} }, 199)).toBe("open");
  expect(photoAdmission(event, 199)).toBe("open");
});
