import { describe, expect, it } from "vitest";
import { seedRules } from "./event-rules.ts";
import { type EventTemplateId, eventTemplateIds, eventTemplates, seedTemplate } from "./event-templates.ts";
import { concernOf } from "./moderation.ts";
import { moderationTaxonomy } from "./moderation-taxonomy.ts";
import { scoreOf } from "./scoring.ts";

const seen = (id: EventTemplateId, ...labels: readonly string[]) =>
  concernOf(eventTemplates[id], { kind: "checked", labels });

describe("templates", () => {
  it("E4: without one an event begins as the seed", () => {
    expect(seedTemplate).toMatchObject({ rules: seedRules, policy: "show-first", moderation: "assist" });
  });

  it("E4: where not everybody is a friend, what no ceremony shows is blocked", () => {
    for (const id of ["coming-of-age", "company-party"] as const) {
      expect(seen(id, "Explicit")).toBe("blocked");
      expect(seen(id, "Middle Finger", "Rude Gestures")).toBe("blocked");
    }
  });

  it.each(eventTemplateIds)("E4: %s keeps neither age nor gender, and photos for a month at least", (id) => {
    expect(eventTemplates[id].keepsAgeAndGender).toBe(false);
    expect(eventTemplates[id].retentionDays).toBeGreaterThanOrEqual(30);
  });

  it.each(eventTemplateIds)("E4: %s names labels that exist", (id) => {
    for (const label of Object.keys(eventTemplates[id].rules.treatments ?? {}))
      expect(moderationTaxonomy.has(label), label).toBe(true);
  });

  it("E4: a kiss and a toast are shown at a wedding", () => {
    expect(seen("wedding", "Kissing on the Lips", "Drinking")).toBeUndefined();
    expect(seen("company-party", "Kissing on the Lips")).toBe("flagged");
    expect(seen("company-party", "Drinking", "Alcohol Use", "Alcohol")).toBeUndefined();
  });

  it("E4: a coming of age shows nothing unseen, and hides smoking whoever looks", () => {
    expect(seen("coming-of-age")).toBe("review-first");
    expect(seen("coming-of-age", "Smoking")).toBe("blocked");
  });

  it("E4: at a coming of age ten faces count, near and certain ones", () => {
    const face = (side: number, confidence: number) => ({
      box: { left: 0, top: 0, width: side, height: side },
      confidence,
      emotions: [{ type: "HAPPY" as const, confidence: 100 }],
    });
    const { scoring } = eventTemplates["coming-of-age"].rules;
    expect(
      scoreOf(
        Array.from({ length: 12 }, () => face(0.1, 99)),
        scoring,
      ),
    ).toBe(1_000);
    expect(scoreOf([face(0.1, 99), face(0.02, 99), face(0.1, 80)], scoring)).toBe(100);
  });
});
