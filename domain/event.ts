import type { EventRules } from "./event-rules.ts";
import type { Language } from "./language.ts";
import type { StageRecord } from "./stage.ts";

/** What a host decides for one ceremony and the rules need. */
export interface EventSettings {
  readonly eventId: string;
  readonly boardId: string;
  /** What guests send to the bot to take part. */
  readonly joinCode: string;
  readonly title: string;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly state: EventState;
  /** `show-first` shows a photo at once; `review-first` waits for a host. */
  readonly policy: "show-first" | "review-first";
  readonly moderation: "off" | "assist" | "enforce";
  /** Age range and gender are stored and shown only when the event allows it. */
  readonly keepsAgeAndGender: boolean;
  /** Whether guests may be told by messages that count against LINE's monthly quota. */
  readonly allowsPaidMessages: boolean;
  readonly rules: EventRules;
  /** G5: what the show has to do with what is taken. */
  readonly stage?: Pick<StageRecord, "takesUntil">;
  /** N2: words that may not stand in a guest's name. */
  readonly nameWords: readonly string[];
  /** Milliseconds since the epoch: when its deletion becomes due (K8). */
  readonly retentionEndsAt: number;
  /** H1: only drawn guests play in it; missing: no. */
  readonly isRehearsal?: boolean;
}

/** Of the words that say who answers guests' questions. */
export const MOST_CONTACT_LETTERS = 200;

/** K10, K12: `erasing` and `erased`: all of it is being deleted, or was. */
export const eventStates = ["open", "closed", "archived", "erasing", "erased"] as const;

export type EventState = (typeof eventStates)[number];

export type Admission = "open" | "not-yet-open" | "closed";

/** E1, G5: whether a photo is taken that was sent then. */
export function photoAdmission(
  event: Parameters<typeof admission>[0] & Pick<EventSettings, "stage">,
  sentAt: number,
): Admission | "time-up" {
  const admitted = admission(event, sentAt);
  const { takesUntil } = event.stage ?? {};
  return admitted === "open" && takesUntil !== undefined && sentAt >= takesUntil ? "time-up" : admitted;
}

/** E1: whether the event is open at the time LINE stamped on a message. */
export function admission(
  event: Pick<EventSettings, "opensAt" | "closesAt" | "state">,
  sentAt: number,
): Admission {
  if (event.state !== "open" || sentAt >= event.closesAt) return "closed";
  return sentAt < event.opensAt ? "not-yet-open" : "open";
}
