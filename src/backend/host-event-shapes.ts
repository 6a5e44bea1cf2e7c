import type { EventRules } from "#domain/event-rules";
import { type EventSettings, type EventState, eventStates } from "#domain/event";
import { toLanguage } from "#domain/language";
import { type ScreenSettings, usualScreen } from "#domain/screen";
import { type StageRecord, stageNames } from "#domain/stage";
import { toTheme } from "#domain/theme";
import { parseEventRules } from "./event-rules.ts";
import { flag, list, number, oneOf, optional, record, text } from "./parse.ts";
import { parseStageAward, STAGE_AWARD } from "./stage-award.ts";

/** What the board shows, and how often that was decided. */
export interface HostStage extends StageRecord {
  readonly version: number;
}

/** One ceremony with everything that a host decides about it. */
export interface HostEvent extends EventSettings, ScreenSettings {
  readonly theme: string;
  /** Who answers guests' questions; empty while no host said so. */
  readonly contact: string;
  readonly stage: HostStage;
  /** Those that an undo brings back; null when there is nothing to undo. */
  readonly formerRules: EventRules | null;
  /** The recomputation after the last change of rules. */
  readonly rulesJobId: string | null;
  /** When all its photos had been offered for download, after it was closed; null: not yet. */
  readonly downloadedAt: number | null;
  readonly version: number;
}

/** How far a recomputation is. */
export interface RulesJob {
  readonly jobId: string;
  /** `superseded`: a later change has overtaken it. */
  readonly state: "running" | "done" | "superseded";
  /** Guests; null until they were counted. */
  readonly total: number | null;
  readonly done: number;
  /** Milliseconds since the epoch. */
  readonly movedAt: number;
  readonly version: number;
}

export const STAGE_FIELDS = `name step takesUntil result skipped alternates startedAt awards { ${STAGE_AWARD} } version`;
export const EVENT_FIELDS = `eventId boardId title language theme state opensAt closesAt retentionEndsAt
  policy moderation keepsAgeAndGender allowsPaidMessages contact hasSpotlight hasCornerQr hasSound isRehearsal nameWords joinCode stage { ${STAGE_FIELDS} }
  rules formerRules rulesJobId downloadedAt version`;
export const JOB_FIELDS = "jobId state total done movedAt version";

/** Throws on anything that is not an event. */
export function parseHostEvent(value: unknown): HostEvent {
  const source = record(value, "event");
  return {
    eventId: text(source, "eventId"),
    boardId: text(source, "boardId"),
    title: text(source, "title"),
    language: toLanguage(text(source, "language")),
    theme: toTheme(text(source, "theme")),
    state: oneOf<EventState>(source, "state", eventStates),
    opensAt: number(source, "opensAt"),
    closesAt: number(source, "closesAt"),
    retentionEndsAt: number(source, "retentionEndsAt"),
    policy: oneOf(source, "policy", ["show-first", "review-first"] as const),
    moderation: oneOf(source, "moderation", ["off", "assist", "enforce"] as const),
    keepsAgeAndGender: flag(source, "keepsAgeAndGender"),
    allowsPaidMessages: optional(source, "allowsPaidMessages", flag) ?? false,
    contact: optional(source, "contact", text) ?? "",
    hasSpotlight: optional(source, "hasSpotlight", flag) ?? usualScreen.hasSpotlight,
    hasCornerQr: optional(source, "hasCornerQr", flag) ?? usualScreen.hasCornerQr,
    hasSound: optional(source, "hasSound", flag) ?? usualScreen.hasSound,
    ...(optional(source, "isRehearsal", flag) === true && { isRehearsal: true }),
    nameWords: list(source, "nameWords", String),
    joinCode: text(source, "joinCode"),
    stage: parseStage(source["stage"]),
    rules: parseEventRules(source["rules"]),
    formerRules: optional(source, "formerRules", (from, key) => parseEventRules(from[key])),
    rulesJobId: optional(source, "rulesJobId", text),
    downloadedAt: optional(source, "downloadedAt", number),
    version: number(source, "version"),
  };
}

/** Throws on anything that is not a stage. */
export function parseStage(value: unknown): HostStage {
  const source = record(value, "stage");
  const step = optional(source, "step", number);
  const takesUntil = optional(source, "takesUntil", number);
  const result = list(source, "result", String);
  const skipped = list(source, "skipped", String);
  const startedAt = optional(source, "startedAt", number);
  const awards = list(source, "awards", parseStageAward);
  return {
    name: oneOf(source, "name", stageNames),
    ...(step !== null && { step }),
    ...(takesUntil !== null && { takesUntil }),
    ...(result.length > 0 && { result }),
    ...(skipped.length > 0 && { skipped }),
    ...(source["alternates"] === true && { alternates: true }),
    ...(startedAt !== null && { startedAt }),
    ...(awards.length > 0 && { awards }),
    version: number(source, "version"),
  };
}

/** Throws on anything that is not the progress of a job. */
export function parseRulesJob(value: unknown): RulesJob {
  const source = record(value, "job");
  return {
    jobId: text(source, "jobId"),
    state: oneOf(source, "state", ["running", "done", "superseded"] as const),
    total: optional(source, "total", number),
    done: number(source, "done"),
    movedAt: number(source, "movedAt"),
    version: number(source, "version"),
  };
}
