import { expect, test } from "vitest";
import { moderationTaxonomy } from "./moderation-taxonomy.ts";
import type { EventSettings } from "./event.ts";
import { seedRules } from "./event-rules.ts";
import { concernOf, type ModerationCheck, stateUnder, type TextCheck, treatmentOf } from "./moderation.ts";

function verdict(event: Pick<EventSettings, "policy" | "moderation">, check: ModerationCheck) {
  const concern = concernOf({ ...event, rules: seedRules }, check);
  return { state: stateUnder(concern), ...(concern !== undefined && { reason: concern }) };
}

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

test("M4 a label to be reviewed waits for a host under enforce and is shown otherwise", () => {
  const check = { kind: "checked", labels: ["Gambling"] } as const;
  expect(verdict({ policy: "show-first", moderation: "enforce" }, check)).toEqual({
    state: "pending",
    reason: "flagged",
  });
  expect(verdict({ policy: "show-first", moderation: "assist" }, check).state).toBe("shown");
  expect(verdict({ policy: "show-first", moderation: "off" }, check).state).toBe("shown");
});

test("M5 a label to be blocked hides the photo under enforce, review first or not", () => {
  const check = { kind: "checked", labels: ["Violence", "Graphic Violence", "Blood & Gore"] } as const;
  for (const policy of ["show-first", "review-first"] as const)
    expect(verdict({ policy, moderation: "enforce" }, check)).toEqual({ state: "hidden", reason: "blocked" });
  expect(verdict({ policy: "show-first", moderation: "assist" }, check)).toEqual({ state: "shown" });
});

test.each([
  ["nothing", [], "ignore"],
  ["a toast", ["Drinking", "Alcohol Use", "Alcohol"], "ignore"],
  ["a knife in a cake", ["Weapons", "Violence"], "review"],
  ["a kiss beside a hate symbol", ["Kissing on the Lips", "Nazi Party", "Hate Symbols"], "block"],
  ["what nobody knows yet", ["Something New"], "review"],
] as const)("M3 %s", (_name, labels, treatment) => {
  expect(treatmentOf(labels)).toBe(treatment);
});

test("M3 the event's word counts for a label and for all below it, the nearest first", () => {
  const strict = { Alcohol: "block", "Alcoholic Beverages": "ignore" } as const;
  expect(treatmentOf(["Drinking", "Alcohol Use", "Alcohol"], strict)).toBe("block");
  expect(treatmentOf(["Alcoholic Beverages", "Alcohol"], strict)).toBe("ignore");
  expect(treatmentOf(["Weapons", "Violence"], { Violence: "ignore" })).toBe("ignore");
});

test("M3 the taxonomy is whole: every label leads up to one of the ten top labels", () => {
  const tops = [...moderationTaxonomy].filter(([, { parent }]) => parent === undefined);
  expect(tops).toHaveLength(10);
  for (const [name, { parent }] of moderationTaxonomy)
    if (parent !== undefined) expect(moderationTaxonomy.has(parent), `${name} below ${parent}`).toBe(true);
  expect(moderationTaxonomy.size).toBe(52);
});

test("M3 the event's own treatments decide what is blocked", () => {
  const event = {
    policy: "show-first",
    moderation: "enforce",
    rules: { ...seedRules, treatments: { Alcohol: "block" } },
  } as const;
  expect(concernOf(event, { kind: "checked", labels: ["Drinking", "Alcohol Use", "Alcohol"] })).toBe(
    "blocked",
  );
});

test.each([
  [
    "T2 a banned word waits for a host, checked or not",
    "assist",
    { kind: "read", lines: ["おい、ﾊﾞｶ！"] },
    "banned-word",
  ],
  ["T2 other words do not", "enforce", { kind: "read", lines: ["おめでとう"] }, undefined],
  ["T1 text that could not be read waits under enforce", "enforce", { kind: "not-checked" }, "not-checked"],
  ["T1 and is shown under assist", "assist", { kind: "not-checked" }, undefined],
] as const satisfies readonly (readonly [string, "assist" | "enforce", TextCheck, string | undefined])[])(
  "%s",
  (_name, moderation, text, concern) => {
    const event = {
      policy: "show-first",
      moderation,
      rules: { ...seedRules, bannedWords: ["ばか"] },
    } as const;
    expect(concernOf(event, clean, text)).toBe(concern);
  },
);
