import { expect, it } from "vitest";
import { moderationTaxonomy } from "../moderation-taxonomy.ts";
import { moderationLabelName } from "./moderation-label-name.ts";

it.each(["ja", "zh-Hant"] as const)("M3 %s: every label of the taxonomy has a name", (language) => {
  for (const name of moderationTaxonomy.keys()) {
    expect(moderationLabelName(name, language)).not.toMatch(/[A-Za-z]/);
  }
});

it.each(["ja", "zh-Hant"] as const)("M3 %s: no two labels have the same name", (language) => {
  const names = [...moderationTaxonomy.keys()].map((name) => moderationLabelName(name, language));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it("M3 keeps the vendor's words in English and for what is unknown", () => {
  expect(moderationLabelName("Smoking", "en")).toBe("Smoking");
  expect(moderationLabelName("Clowns", "ja")).toBe("Clowns");
  expect(moderationLabelName("constructor", "ja")).toBe("constructor");
});
