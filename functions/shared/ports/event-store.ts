import type { EventRules } from "#domain/event-rules";
import type { EventSettings } from "#domain/event";
import type { Language } from "#domain/language";
import type { ScreenSettings } from "#domain/screen";
import type { StageRecord } from "#domain/stage";

/** Everything about an event that hosts set, rules apart. Times in milliseconds since the epoch. */
export interface EventDraft extends ScreenSettings {
  readonly eventId: string;
  readonly boardId: string;
  readonly joinCode: string;
  readonly title: string;
  readonly language: Language;
  readonly theme: string;
  readonly state: EventSettings["state"];
  readonly opensAt: number;
  readonly closesAt: number;
  readonly retentionEndsAt: number;
  readonly policy: EventSettings["policy"];
  readonly moderation: EventSettings["moderation"];
  readonly keepsAgeAndGender: boolean;
  readonly allowsPaidMessages: boolean;
  /** Who answers guests' questions: name, address or number; empty while no host said so. */
  readonly contact: string;
  readonly nameWords: readonly string[];
  /** H1: set with a new event, and for good; missing: no. */
  readonly isRehearsal?: boolean;
}

/** An event as hosts see it. */
export interface HostedEvent extends EventDraft {
  /** Missing: as every event begins. */
  readonly rules?: EventRules;
  readonly formerRules?: EventRules;
  readonly rulesJobId?: string;
  /** When all its photos had been offered to a host for download, after it was closed; missing: not yet. */
  readonly downloadedAt?: number;
  readonly stage: StageRecord & { readonly version: number };
  readonly version: number;
}

/** What one wish of a host saves. */
export interface EventSaving {
  /** 0: the event does not exist yet. */
  readonly expectedVersion: number;
  /** Different for every wish, the same for its repetitions. */
  readonly attempt: string;
}

/**
 * Events as hosts order them, behind the API. A save that changed nothing because somebody else was quicker answers
 * `undefined` or false. Faults: `api-unreachable`, `api-refused`.
 */
export interface EventStore {
  hostedEvent(eventId: string): Promise<HostedEvent | undefined>;
  /** May be a moment behind. */
  isJoinCodeTaken(joinCode: string): Promise<boolean>;
  /** `rules` are those of a new event. The hosts who watch it hear of it. */
  saveEvent(draft: EventDraft, saving: EventSaving, rules?: EventRules): Promise<HostedEvent | undefined>;
  /** The guests with the best places, the best first (R3); may be a moment behind. */
  bestGuests(eventId: string, limit: number): Promise<readonly string[]>;
  /** `expectedVersion` is the stage's. */
  saveStage(eventId: string, stage: StageRecord, saving: EventSaving): Promise<boolean>;
  /** X7: false: there is no such event. */
  saveDownload(eventId: string, downloadedAt: number): Promise<boolean>;
  /** Tells the event's boards its stage as it is now, and whether its settings are newer than those they know. */
  publishStage(eventId: string): Promise<void>;
}
