import { MOST_CONTACT_LETTERS } from "#domain/event";
import type { EventRules } from "#domain/event-rules";
import type { Mission } from "#domain/mission";
import { MOST_PHOTOS_PER_GUEST } from "#domain/photo-limit";
import type { EventChange } from "../../backend/host-events.ts";
import { readMinute } from "./clock-text.ts";
import { type TimeError, timeErrors, titleError, type WishErrors } from "./event-wish.ts";
import { type MissionError, readMission } from "./mission-form.ts";
import { isRuleSetting, type SettingKey, type SettingsForm } from "./settings-form.ts";

/** What is wrong with a setting; the words for it stand on the page. */
export type SettingError =
  | NonNullable<WishErrors["title"]>
  | TimeError
  | "no-count"
  | "no-percent"
  | "no-label-count"
  | "no-photo-count"
  | "mission"
  | "long-word"
  | "long-contact"
  | "refused";
export type SettingErrors = Partial<Readonly<Record<SettingKey, SettingError>>>;

const LONGEST_WORD = 40;
const MOST_LABELS = 50;

/** What is wrong with what was typed, by setting; empty when it can be saved. */
export function settingErrors(form: SettingsForm): SettingErrors {
  const found: readonly (readonly [SettingKey, SettingError | undefined])[] = [
    ["title", titleError(form.title)],
    ["faceCap", form.faceCap === "" || isCount(form.faceCap, 100) ? undefined : "no-count"],
    ["minFaceSize", percentError(form.minFaceSize, true)],
    ["minFaceConfidence", percentError(form.minFaceConfidence, true)],
    [
      "photosPerGuest",
      form.photosPerGuest === "" || isCount(form.photosPerGuest, MOST_PHOTOS_PER_GUEST)
        ? undefined
        : "no-photo-count",
    ],
    ["labelConfidence", form.readsLabels ? percentError(form.labelConfidence, false) : undefined],
    ["mostLabels", !form.readsLabels || isCount(form.mostLabels, MOST_LABELS) ? undefined : "no-label-count"],
    ["missions", form.missions.map(readMission).some(isMissionError) ? "mission" : undefined],
    ["bannedWords", wordError(form.bannedWords)],
    ["nameWords", wordError(form.nameWords)],
    ["contact", form.contact.trim().length > MOST_CONTACT_LETTERS ? "long-contact" : undefined],
  ];
  return { ...timeErrors(form), ...Object.fromEntries(found.filter(([, error]) => error !== undefined)) };
}

const isMissionError = (read: Mission | MissionError): read is MissionError => typeof read === "string";

function percentError(text: string, mayBeEmpty: boolean): SettingError | undefined {
  return (mayBeEmpty && text === "") || isPercent(text) ? undefined : "no-percent";
}

function wordError(text: string): SettingError | undefined {
  return wordsIn(text).some((word) => word.length > LONGEST_WORD) ? "long-word" : undefined;
}

/** The changed settings that are no rules, as the API takes them. Only for a form without errors. */
export function changeOf(form: SettingsForm, changed: readonly SettingKey[]): EventChange {
  return Object.fromEntries(
    changed.filter((key) => !isRuleSetting(key)).map((key) => [key, settingOf(form, key)]),
  );
}

function settingOf(form: SettingsForm, key: SettingKey): unknown {
  switch (key) {
    case "title":
      return form.title.trim();
    case "contact":
      return form.contact.trim();
    case "opensAt":
    case "closesAt":
      return readMinute(form[key]);
    case "nameWords":
      return wordsIn(form.nameWords);
    default:
      return form[key];
  }
}

/** The rules that are typed; what is wrong in them counts as not typed, so that examples can be computed meanwhile. */
export function rulesIn(form: SettingsForm): EventRules {
  const minFaceSize = percentIn(form.minFaceSize);
  const minFaceConfidence = percentIn(form.minFaceConfidence);
  return {
    scoring: {
      ...(isCount(form.faceCap, 100) && { faceCap: Number(form.faceCap) }),
      ...(minFaceSize !== undefined && { minFaceSize: minFaceSize / 100 }),
      ...(minFaceConfidence !== undefined && { minFaceConfidence }),
    },
    standing: form.standing,
    ...(isCount(form.photosPerGuest, MOST_PHOTOS_PER_GUEST) && {
      photosPerGuest: Number(form.photosPerGuest),
    }),
    ...(Object.keys(form.treatments).length > 0 && { treatments: form.treatments }),
    ...(form.readsLabels && {
      labels: { minConfidence: percentIn(form.labelConfidence) ?? 0, most: Number(form.mostLabels) || 1 },
    }),
    missions: form.missions.map(readMission).filter((read): read is Mission => !isMissionError(read)),
    bannedWords: wordsIn(form.bannedWords),
  };
}

/** One a line or between commas; each once. */
export function wordsIn(text: string): readonly string[] {
  const words = text.split(/[\n,、，]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}

function isCount(text: string, most: number): boolean {
  const count = Number(text);
  return text.trim() !== "" && Number.isInteger(count) && count >= 1 && count <= most;
}

const isPercent = (text: string): boolean => percentIn(text) !== undefined;

function percentIn(text: string): number | undefined {
  const percent = Number(text);
  return text.trim() !== "" && percent >= 0 && percent <= 100 ? percent : undefined;
}
