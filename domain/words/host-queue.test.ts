import { describe, expect, it } from "vitest";
import { languages } from "../language.ts";
import { moderationTaxonomy } from "../moderation-taxonomy.ts";
import { concerns } from "../moderation.ts";
import { photoReasons } from "../photo.ts";
import { hostQueueWords } from "./host-queue.ts";
import { moderationLabelName } from "./moderation-label-name.ts";

describe.each(languages)("%s", (language) => {
  const words = hostQueueWords[language];

  it("has a sentence for every reason of a photo and every concern", () => {
    expect(photoReasons.filter((reason) => words.reasons[reason] === undefined)).toEqual([]);
    // Review first is the host's own wish, nothing against the photo.
    expect(concerns.filter((concern) => words.concerns[concern] === undefined)).toEqual(["review-first"]);
  });

  it("marks on its card every photo that waits or hides for a reason of its own", () => {
    const unmarked = photoReasons.filter((reason) => words.marks[reason] === undefined);
    expect(unmarked.toSorted()).toEqual(["hidden-by-host", "review-first", "withdrawn"]);
  });

  it("tells the three decisions apart, and numbers and names stand in their sentences", () => {
    const says = ["show", "hide", "rules"] as const;
    expect(new Set(says.map((each) => words.saidOne(each, "美咲"))).size).toBe(3);
    expect(new Set(says.map((each) => words.saidMany(each, 12))).size).toBe(3);
    for (const each of says) {
      expect(words.saidOne(each, "美咲")).toContain("美咲");
      expect(words.saidMany(each, 12)).toContain("12");
    }
    const others = (["show", "hide", null] as const).map((each) => words.decidedBy(each, "田中", "美咲"));
    expect(new Set(others).size).toBe(3);
    for (const other of others) expect(other).toMatch(/田中.*美咲|美咲.*田中/);
  });
});

it.each(["ja", "zh-Hant"] as const)("names every moderation label in %s", (language) => {
  const unnamed = [...moderationTaxonomy.keys()].filter(
    (name) => moderationLabelName(name, language) === name,
  );
  expect(unnamed).toEqual([]);
  expect(moderationLabelName("Something New", language)).toBe("Something New");
  expect(moderationLabelName("constructor", language)).toBe("constructor");
});

it("keeps Rekognition's words in English", () => {
  expect(moderationLabelName("Middle Finger", "en")).toBe("Middle Finger");
});
