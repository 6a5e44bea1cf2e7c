import { expect, test } from "vitest";
import { verdict } from "./moderation.ts";

const clean = { kind: "checked", labels: [] } as const;
const notChecked = { kind: "not-checked" } as const;

test("M1 review-first waits for a host, whatever the check says", () => {
  expect(verdict({ policy: "review-first", moderation: "off" }, clean)).toEqual({
    state: "pending",
    reason: "review-first",
  });
});

test("M1 show-first shows at once", () => {
  expect(verdict({ policy: "show-first", moderation: "enforce" }, clean)).toEqual({ state: "shown" });
});

test("M2 a failed check waits for a host only under enforce", () => {
  expect(verdict({ policy: "show-first", moderation: "enforce" }, notChecked).state).toBe("pending");
  expect(verdict({ policy: "show-first", moderation: "assist" }, notChecked).state).toBe("shown");
  expect(verdict({ policy: "show-first", moderation: "off" }, notChecked).state).toBe("shown");
});

test("M3 a kiss and a toast are fine at a ceremony", () => {
  const check = {
    kind: "checked",
    labels: ["Kissing on the Lips", "Non-Explicit Nudity of Intimate parts and Kissing", "Alcohol"],
  } as const;
  expect(verdict({ policy: "show-first", moderation: "enforce" }, check)).toEqual({ state: "shown" });
});

test.each([
  ["a bare back with its parents", ["Bare Back"], "shown"],
  ["the parents alone", [], "pending"],
  ["something worse below the same parents", ["Bare Back", "Exposed Male Nipple"], "pending"],
] as const)("M3 judges by what was seen, not by its group: %s", (_name, seen, state) => {
  const groups = ["Non-Explicit Nudity", "Non-Explicit Nudity of Intimate parts and Kissing"];
  const check = { kind: "checked", labels: [...seen, ...groups] } as const;
  expect(verdict({ policy: "show-first", moderation: "enforce" }, check).state).toBe(state);
});

test("M4 any other label waits for a host under enforce and is shown under assist", () => {
  const check = { kind: "checked", labels: ["Violence"] } as const;
  expect(verdict({ policy: "show-first", moderation: "enforce" }, check)).toEqual({
    state: "pending",
    reason: "flagged",
  });
  expect(verdict({ policy: "show-first", moderation: "assist" }, check).state).toBe("shown");
});
