import type { Language } from "#domain/language";
import { placeOfStep, stageNames } from "#domain/stage";
import type { AuditFactWords } from "#domain/words/host-audit-words";
import { hostEventsWords } from "#domain/words/host-events";
import { isRecord } from "../../backend/parse.ts";
import { day, moment } from "../events/event-time.ts";

/** A stage as the trail keeps it, in words; what is none of ours as it is written. */
export function stageName(stage: unknown, facts: AuditFactWords): string {
  if (!isRecord(stage)) return facts.none;
  const name = stageNames.find((known) => known === stage["name"]);
  if (name === undefined) return String(stage["name"]);
  const step = name === "reveal" && typeof stage["step"] === "number" ? stage["step"] : undefined;
  const place = step === undefined ? undefined : placeOfStep(step);
  return place === undefined ? facts.stages[name] : facts.reveal(place);
}

/** How a setting of an event is called. */
export function settingName(key: string, facts: AuditFactWords, language: Language): string {
  const { settings } = hostEventsWords[language];
  const names: Readonly<Record<string, string>> = {
    title: facts.title,
    language: facts.language,
    opensAt: facts.opensAt,
    closesAt: facts.closesAt,
    state: facts.state,
    boardId: facts.boardAddress,
    theme: settings.theme,
    hasSpotlight: settings.screen.hasSpotlight.name,
    hasCornerQr: settings.screen.hasCornerQr.name,
    hasSound: settings.screen.hasSound.name,
    policy: settings.policy,
    moderation: settings.moderation,
    keepsAgeAndGender: settings.ageAndGender,
    allowsPaidMessages: settings.paidMessages,
    contact: settings.contact,
    nameWords: settings.nameWords,
    retentionEndsAt: settings.retention,
  };
  return names[key] ?? key;
}

/** What stands under a setting; `undefined`, null and no words: nothing. */
export function settingValue(key: string, value: unknown, facts: AuditFactWords, language: Language): string {
  if (value === undefined || value === null || value === "") return facts.none;
  if (typeof value === "boolean")
    return value ? hostEventsWords[language].settings.on : hostEventsWords[language].settings.off;
  if (typeof value === "number") return timeOf(key, value, language);
  if (Array.isArray(value)) return value.length === 0 ? facts.none : value.map(String).join(" / ");
  const written = typeof value === "string" ? value : JSON.stringify(value);
  return choices(key, facts, language)[written] ?? written;
}

function timeOf(key: string, at: number, language: Language): string {
  if (key === "retentionEndsAt") return day(at, language);
  return key === "opensAt" || key === "closesAt" ? moment(at, language) : String(at);
}

const languageNames = { ja: "日本語", en: "English", "zh-Hant": "繁體中文" };

function choices(
  key: string,
  facts: AuditFactWords,
  language: Language,
): Readonly<Record<string, string | undefined>> {
  const { policies, moderations, themes } = hostEventsWords[language].settings;
  switch (key) {
    case "policy":
      return { "show-first": policies["show-first"].name, "review-first": policies["review-first"].name };
    case "moderation":
      return {
        off: moderations.off.name,
        assist: moderations.assist.name,
        enforce: moderations.enforce.name,
      };
    case "theme":
      return themes;
    case "state":
      return facts.states;
    case "language":
      return languageNames;
    default:
      return {};
  }
}
