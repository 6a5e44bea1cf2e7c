import type { EventRules } from "#domain/event-rules";
import type { Mission } from "#domain/mission";
import type { EventChange } from "../../backend/host-events.ts";
import { readDay, readMinute } from "./clock-text.ts";
import { type TimeError, timeErrors, titleError, type WishErrors } from "./event-wish.ts";
import { readMission } from "./mission-form.ts";
import { isRuleSetting, type SettingKey, type SettingsForm } from "./settings-form.ts";

/** What is wrong with a setting; the words for it stand on the page. */
export type SettingError =
  | NonNullable<WishErrors["title"]>
  | TimeError
  | "no-day"
  | "deleted-before"
  | "no-count"
  | "no-percent"
  | "no-label-count"
  | "mission"
  | "long-word"
  | "refused";
export type SettingErrors = Partial<Readonly<Record<SettingKey, SettingError>>>;

const LONGEST_WORD = 40;
const MOST_LABELS = 50;

/** What is wrong with what was typed, by setting; empty when it can be saved. */
export function settingErrors(form: SettingsForm): SettingErrors {
  const title = titleError(form.title);
  const retentionEndsAt = retentionError(form);
  const errors: Partial<Record<SettingKey, SettingError>> = {
    ...(title !== undefined && { title }),
    ...timeErrors(form),
    ...(retentionEndsAt !== undefined && { retentionEndsAt }),
  };
  if (form.faceCap !== "" && !isCount(form.faceCap, 100)) errors.faceCap = "no-count";
  for (const key of ["minFaceSize", "minFaceConfidence"] as const) {
    if (form[key] !== "" && !isPercent(form[key])) errors[key] = "no-percent";
  }
  if (form.readsLabels && !isPercent(form.labelConfidence)) errors.labelConfidence = "no-percent";
  if (form.readsLabels && !isCount(form.mostLabels, MOST_LABELS)) errors.mostLabels = "no-label-count";
  if (form.missions.some((mission) => typeof readMission(mission) === "string")) errors.missions = "mission";
  for (const key of ["bannedWords", "nameWords"] as const) {
    if (wordsIn(form[key]).some((word) => word.length > LONGEST_WORD)) errors[key] = "long-word";
  }
  return errors;
}

function retentionError({ retentionEndsAt, closesAt }: SettingsForm): SettingError | undefined {
  const day = readDay(retentionEndsAt);
  if (day === undefined) return "no-day";
  const closes = readMinute(closesAt);
  return closes !== undefined && day < closes ? "deleted-before" : undefined;
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
    case "opensAt":
    case "closesAt":
      return readMinute(form[key]);
    case "retentionEndsAt":
      return readDay(form.retentionEndsAt);
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
    ...(Object.keys(form.treatments).length > 0 && { treatments: form.treatments }),
    ...(form.readsLabels && {
      labels: { minConfidence: percentIn(form.labelConfidence) ?? 0, most: Number(form.mostLabels) || 1 },
    }),
    missions: form.missions.map(readMission).filter((read): read is Mission => typeof read !== "string"),
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
