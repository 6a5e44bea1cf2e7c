import { describe, expect, it } from "vitest";
import { awardIds } from "../award-id.ts";
import { languages } from "../language.ts";
import { awardWords } from "./awards.ts";

describe.each(languages)("the words of awards in %s", (language) => {
  const { awards } = awardWords[language];

  it("tell each award by a name and a reason of its own, on one line", () => {
    const told = awardIds.flatMap((award) => [awards[award].name, awards[award].reason]);
    expect(new Set(told).size).toBe(2 * awardIds.length);
    expect(told.join("")).not.toContain("\n");
  });

  it("tell the value with its unit", () => {
    for (const award of awardIds) {
      const told = awards[award].value(12);
      expect(told).toContain("12");
      expect(told).not.toMatch(/^[\d.]+$/);
    }
    expect(awards["happiest-table"].value(382.4)).toBe("382.4pt");
    expect(awards.comeback.value(230)).toBe("+230.0pt");
  });
});

it("counts one challenge as one", () => {
  expect(awardWords.en.awards["most-missions"].value(1)).toBe("1 challenge");
});
