import type { EventSettings } from "#domain/event";
import type { EventRules } from "#domain/event-rules";
import type { Language } from "#domain/language";
import type { Treatments } from "#domain/moderation";
import type { ScreenSettings } from "#domain/screen";
import type { StandingRule } from "#domain/standing-rule";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { minuteText } from "./clock-text.ts";
import { type MissionForm, missionFormOf } from "./mission-form.ts";

/** Everything on the page of settings, as it is typed. Empty number fields mean "no limit". */
export interface SettingsForm extends ScreenSettings {
  readonly title: string;
  readonly language: Language;
  readonly theme: string;
  /** As `<input type="datetime-local">` has it. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly policy: EventSettings["policy"];
  readonly moderation: EventSettings["moderation"];
  /** One a line. */
  readonly nameWords: string;
  readonly contact: string;
  readonly keepsAgeAndGender: boolean;
  readonly allowsPaidMessages: boolean;
  readonly faceCap: string;
  /** Percent of the picture's side. */
  readonly minFaceSize: string;
  readonly minFaceConfidence: string;
  readonly standing: StandingRule;
  readonly photosPerGuest: string;
  readonly missions: readonly MissionForm[];
  readonly readsLabels: boolean;
  readonly labelConfidence: string;
  readonly mostLabels: string;
  /** One a line. */
  readonly bannedWords: string;
  readonly treatments: Treatments;
}
export type SettingKey = keyof SettingsForm;

const ruleSettings: ReadonlySet<SettingKey> = new Set<SettingKey>([
  "faceCap",
  "minFaceSize",
  "minFaceConfidence",
  "standing",
  "photosPerGuest",
  "missions",
  "readsLabels",
  "labelConfidence",
  "mostLabels",
  "bannedWords",
  "treatments",
]);

/** Whether a setting is a rule: those are saved together, and everything is computed anew. */
export function isRuleSetting(key: SettingKey): boolean {
  return ruleSettings.has(key);
}

export function settingsFormOf(event: HostEvent): SettingsForm {
  return {
    title: event.title,
    language: event.language,
    theme: event.theme,
    hasSpotlight: event.hasSpotlight,
    hasCornerQr: event.hasCornerQr,
    hasSound: event.hasSound,
    opensAt: minuteText(event.opensAt),
    closesAt: minuteText(event.closesAt),
    policy: event.policy,
    moderation: event.moderation,
    nameWords: event.nameWords.join("\n"),
    contact: event.contact,
    keepsAgeAndGender: event.keepsAgeAndGender,
    allowsPaidMessages: event.allowsPaidMessages,
    ...rulesFormOf(event.rules),
  };
}

function rulesFormOf({
  scoring,
  standing,
  photosPerGuest,
  missions,
  labels,
  bannedWords,
  treatments = {},
}: EventRules) {
  const { faceCap, minFaceSize, minFaceConfidence } = scoring;
  return {
    faceCap: written(faceCap),
    minFaceSize: written(minFaceSize === undefined ? undefined : Number((minFaceSize * 100).toFixed(2))),
    minFaceConfidence: written(minFaceConfidence),
    standing,
    photosPerGuest: written(photosPerGuest),
    missions: missions.map(missionFormOf),
    readsLabels: labels !== undefined,
    labelConfidence: written(labels?.minConfidence ?? 80),
    mostLabels: written(labels?.most ?? 20),
    bannedWords: bannedWords.join("\n"),
    treatments,
  };
}

const written = (number: number | undefined): string => (number === undefined ? "" : String(number));

/** Whether two values of a setting are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
