import { describe, expect, it } from "vitest";
import type { EventRules } from "#domain/event-rules";
import { seedRules } from "#domain/event-rules";
import { exampleEvent } from "./example-event.ts";
import { missionsOfExample, scoredExample, standingExample } from "./example-photo.ts";
import { changeOf, rulesIn, settingErrors, wordsIn } from "./read-settings.ts";
import { type SettingsForm, settingsFormOf } from "./settings-form.ts";

const party: EventRules = {
  scoring: { faceCap: 3, minFaceSize: 0.055, minFaceConfidence: 90 },
  standing: "best-three",
  photosPerGuest: 5,
  treatments: { Alcohol: "review" },
  labels: { minConfidence: 80, most: 20 },
  missions: [
    { missionId: "a", title: "ケーキ", goal: { kind: "label", label: "Cake", count: 2 } },
    { missionId: "b", title: "五人", goal: { kind: "faces", count: 5, exactly: true } },
    { missionId: "c", title: "笑顔", goal: { kind: "everybody-smiles", count: 2 } },
  ],
  bannedWords: ["社外秘", "beer"],
};
const saved = settingsFormOf(exampleEvent);

describe("the form of the settings", () => {
  it.each([
    ["as every event begins", seedRules],
    ["that use everything", party],
  ])("gives rules %s back as they were", (_, rules) => {
    const form = settingsFormOf({ ...exampleEvent, rules });
    expect(rulesIn(form)).toEqual(rules);
    expect(settingErrors(form)).toEqual({});
  });

  it("changes only what was changed, in the API's units", () => {
    const form: SettingsForm = {
      ...saved,
      title: " 二次会 ",
      closesAt: "2026-11-21T18:30",
      nameWords: "ばか\n\n あほ ",
      contact: " 花子 03-1234-5678 ",
      allowsPaidMessages: true,
    };
    const changed = ["title", "closesAt", "nameWords", "contact", "allowsPaidMessages"] as const;
    expect(changeOf(form, [...changed, "faceCap"])).toEqual({
      title: "二次会",
      closesAt: new Date(2026, 10, 21, 18, 30).getTime(),
      nameWords: ["ばか", "あほ"],
      contact: "花子 03-1234-5678",
      allowsPaidMessages: true,
    });
  });

  it.each<[Partial<SettingsForm>, object]>([
    [{ title: "" }, { title: "no-title" }],
    [{ closesAt: saved.opensAt }, { closesAt: "ends-before" }],
    [{ faceCap: "0" }, { faceCap: "no-count" }],
    [{ faceCap: "2.5" }, { faceCap: "no-count" }],
    [{ photosPerGuest: "0" }, { photosPerGuest: "no-photo-count" }],
    [{ photosPerGuest: "1001" }, { photosPerGuest: "no-photo-count" }],
    [{ photosPerGuest: "1000" }, {}],
    [{ minFaceSize: "101" }, { minFaceSize: "no-percent" }],
    [{ minFaceConfidence: "-1" }, { minFaceConfidence: "no-percent" }],
    [{ readsLabels: true, labelConfidence: "" }, { labelConfidence: "no-percent" }],
    [{ readsLabels: false, labelConfidence: "" }, {}],
    [{ readsLabels: true, mostLabels: "51" }, { mostLabels: "no-label-count" }],
    [{ contact: "x".repeat(201) }, { contact: "long-contact" }],
    [{ contact: ` ${"x".repeat(200)} ` }, {}],
    [{ bannedWords: "x".repeat(41) }, { bannedWords: "long-word" }],
    [
      { missions: [{ missionId: "a", title: "", kind: "faces", label: "", count: "1", exactly: false }] },
      { missions: "mission" },
    ],
  ])("finds what is wrong in %o", (wrong, errors) => {
    expect(settingErrors({ ...saved, ...wrong })).toEqual(errors);
  });

  it("takes words one a line or between commas, each once", () => {
    expect(wordsIn("a\nb、c， d,\n\na")).toEqual(["a", "b", "c", "d"]);
  });
});

describe("the example beside the rules", () => {
  const withScoring = (scoring: EventRules["scoring"]) => scoredExample({ ...seedRules, scoring });

  it("S1, S4–S6: is 90 + 80 + 20, less what the rules leave out", () => {
    expect(withScoring({}).score).toBe(190);
    expect(withScoring({ faceCap: 1 }).score).toBe(90);
    expect(withScoring({ minFaceSize: 0.1 }).faces.map(({ dropped }) => dropped)).toEqual([
      undefined,
      undefined,
      "too-small",
    ]);
    expect(withScoring({ minFaceConfidence: 99 }).score).toBe(90);
  });

  it("R2: has three photos that the kinds of ranking add up", () => {
    const of = (standing: EventRules["standing"]) => standingExample({ ...seedRules, standing });
    expect([of("best"), of("best-three"), of("diminishing")]).toEqual([190, 370, 265]);
  });

  it("C2–C4: holds a cake and three people of whom one does not smile", () => {
    expect(missionsOfExample({ ...party, missions: party.missions })).toEqual([]);
    const easier = [
      { missionId: "cake", title: "c", goal: { kind: "label", label: "Cake", count: 1 } },
      { missionId: "three", title: "t", goal: { kind: "faces", count: 3, exactly: true } },
    ] as const;
    expect(missionsOfExample({ ...seedRules, missions: easier })).toEqual(["cake", "three"]);
  });
});
