import { type EventRules, seedRules } from "./event-rules.ts";
import type { EventSettings } from "./event.ts";
import type { Theme } from "./theme.ts";

export const eventTemplateIds = ["wedding", "coming-of-age", "company-party"] as const;

export type EventTemplateId = (typeof eventTemplateIds)[number];

/** E4: how an event begins; what the host says goes before it. */
export interface EventTemplate {
  readonly rules: EventRules;
  readonly policy: EventSettings["policy"];
  readonly moderation: EventSettings["moderation"];
  readonly theme: Theme;
  readonly keepsAgeAndGender: boolean;
  /** From closing until everything is deleted. */
  readonly retentionDays: number;
}

/** An event of which nobody said what kind it is. */
export const seedTemplate: EventTemplate = {
  rules: seedRules,
  policy: "show-first",
  moderation: "assist",
  theme: "hall-dark",
  keepsAgeAndGender: false,
  retentionDays: 90,
};

export const eventTemplates: Readonly<Record<EventTemplateId, EventTemplate>> = {
  /** Among friends: shown at once, and hosts see what is odd. The album is fetched after the honeymoon. */
  wedding: { ...seedTemplate, theme: "wedding" },
  /**
   * Thousands who do not know each other, in a bright public hall, some below the age of drinking: everything waits for a
   * host, the largest crowd does not win, passers-by far behind do not count, and little is kept for long.
   */
  "coming-of-age": {
    rules: {
      ...seedRules,
      scoring: { faceCap: 10, minFaceSize: 0.03, minFaceConfidence: 90 },
      treatments: { Alcohol: "review", Smoking: "block", Weapons: "block" },
    },
    policy: "review-first",
    moderation: "enforce",
    theme: "coming-of-age",
    keepsAgeAndGender: false,
    retentionDays: 30,
  },
  /** Colleagues until late: what is odd waits, and three good photos count more than one with everybody on it. */
  "company-party": {
    rules: {
      ...seedRules,
      standing: "best-three",
      scoring: { faceCap: 20 },
      treatments: { "Kissing on the Lips": "review", "Bare Back": "review", "Exposed Male Nipple": "block" },
    },
    policy: "show-first",
    moderation: "enforce",
    theme: "company",
    keepsAgeAndGender: false,
    retentionDays: 30,
  },
};
