import { describe, expect, it } from "vitest";
import { readChatCommand } from "../chat-command.ts";
import { type Language, languages } from "../language.ts";
import { privacyWords } from "./privacy.ts";
import { type PrivacyFacts, privacySections } from "./privacy-words.ts";
import { regionName } from "./region-name.ts";

const facts: PrivacyFacts = {
  deletedAt: "2027-02-19",
  keepsAgeAndGender: false,
  isReviewed: false,
  place: "AWS-PLACE",
  hasContact: true,
};
const told = (language: Language, change: Partial<PrivacyFacts> = {}) => {
  const points = privacyWords[language].points({ ...facts, ...change });
  return privacySections
    .map((name) => points[name].map(({ term = "", text }) => `${term}${text}`).join("\n"))
    .join("\n");
};

describe.each(languages)("the privacy page in %s", (language) => {
  const words = privacyWords[language];

  it("tells the day, the place and who reads the photos", () => {
    for (const part of ["2027-02-19", "AWS-PLACE", "Amazon Rekognition", "LINE"])
      expect(told(language)).toContain(part);
  });

  it("P4: tells of age and gender what the event does with them", () => {
    const age = { ja: /年齢と性別/g, en: /age and gender/gi, "zh-Hant": /年齡與性別/g }[language];
    expect(told(language).match(age)).toHaveLength(1);
    expect(told(language, { keepsAgeAndGender: true }).match(age)).toHaveLength(2);
    expect(told(language)).toMatch({ ja: /残しません/, en: /not kept/, "zh-Hant": /不保留/ }[language]);
    expect(told(language, { keepsAgeAndGender: true })).not.toMatch(
      { ja: /残しません/, en: /not kept/, "zh-Hant": /不保留/ }[language],
    );
  });

  it("M1: tells whether a host looks first, and sends nobody to a contact that is not there", () => {
    expect(told(language, { isReviewed: true })).not.toBe(told(language));
    expect(words.glance.audienceShort({ ...facts, isReviewed: true })).not.toBe(
      words.glance.audienceShort(facts),
    );
    expect(told(language, { hasContact: false })).not.toBe(told(language));
  });

  it("K1: names only words that the bot understands so", () => {
    const quoted = [...told(language).matchAll(/[「“](.+?)[」”]/gu)].map(([, text]) => readChatCommand(text));
    const kinds = quoted.map((command) =>
      command.kind === "screen" ? `screen ${command.isOffScreen}` : command.kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(["screen true", "screen false", "leave"]));
  });

  it("has every section, and no empty sentence", () => {
    const points = words.points(facts);
    for (const name of privacySections) {
      expect(words.titles[name]).not.toBe("");
      expect(points[name].length).toBeGreaterThan(0);
      expect(points[name].every(({ text }) => text.trim() !== "")).toBe(true);
    }
  });

  it("speaks no other language", () => {
    const everything = JSON.stringify(words) + told(language) + told(language, { keepsAgeAndGender: true });
    if (language !== "ja") expect(everything).not.toMatch(/[ぁ-んァ-ヴ]/u);
    if (language === "en") expect(everything).not.toMatch(/\p{Script=Han}/u);
  });
});

it("calls a region by its place, and one that it does not know by AWS's name", () => {
  expect(languages.map((language) => regionName("ap-northeast-1", language))).toEqual([
    "東京",
    "Tokyo, Japan",
    "日本東京",
  ]);
  expect(regionName("mars-north-1", "ja")).toBe("mars-north-1");
});
