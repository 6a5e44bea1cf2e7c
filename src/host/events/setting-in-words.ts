import type { Language } from "#domain/language";
import type { ScreenSettings } from "#domain/screen";
import { toTheme } from "#domain/theme";
import { ruleInWords } from "#domain/words/rules";
import type { RuleKey } from "#domain/words/rules-words";
import type { HostEventsWords } from "#domain/words/host-events-words";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { moment } from "./event-time.ts";
import { languageNames } from "./language-select.tsx";
import type { SettingKey } from "./settings-form.ts";

/** What is saved under a setting, as a host reads it. */
export function settingInWords(
  key: SettingKey,
  event: HostEvent,
  { settings }: HostEventsWords,
  language: Language,
): string {
  switch (key) {
    case "policy":
      return settings.policies[event.policy].name;
    case "moderation":
      return settings.moderations[event.moderation].name;
    case "theme":
      return settings.themes[toTheme(event.theme)];
    case "keepsAgeAndGender":
    case "allowsPaidMessages":
    case "hasSpotlight":
    case "hasCornerQr":
    case "hasSound":
      return event[key] ? settings.on : settings.off;
    default:
      return writtenInWords(key, event, language) || settings.empty;
  }
}

type Chosen =
  | "policy"
  | "moderation"
  | "theme"
  | "keepsAgeAndGender"
  | "allowsPaidMessages"
  | keyof ScreenSettings;

function writtenInWords(key: Exclude<SettingKey, Chosen>, event: HostEvent, language: Language): string {
  switch (key) {
    case "opensAt":
    case "closesAt":
      return moment(event[key], language);
    case "nameWords":
      return event.nameWords.join(" / ");
    case "title":
    case "contact":
      return event[key];
    case "language":
      return languageNames[event.language];
    default:
      return ruleInWords(ruleOf(key), event.rules, language);
  }
}

function ruleOf(key: RuleKey | "readsLabels" | "labelConfidence" | "mostLabels"): RuleKey {
  switch (key) {
    case "readsLabels":
    case "labelConfidence":
    case "mostLabels":
      return "labels";
    default:
      return key;
  }
}
