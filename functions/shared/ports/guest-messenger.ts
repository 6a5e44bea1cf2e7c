import type { EventSettings } from "#domain/event";
import type { EventRules } from "#domain/event-rules";
import type { Language } from "#domain/language";
import type { ChatNote, Refusal } from "#domain/words/bot-words";

/** What sentences may say of an event. */
type EventFacts = { readonly rules?: Pick<EventRules, "photosPerGuest"> } & Pick<
  EventSettings,
  "title" | "language" | "joinCode" | "opensAt" | "retentionEndsAt"
>;

/** How the photo did. */
export interface ScoreFacts {
  readonly photoId: string;
  readonly score: number;
  readonly faces: number;
  /** How many faces gave points. */
  readonly counted: number;
  /** Sentences, in the guest's language; empty where score and number of faces say it all. */
  readonly why: readonly string[];
  /** Titles of the missions that it met, in the host's words and order. */
  readonly missions: readonly string[];
}

export interface ScoreCard extends ScoreFacts {
  readonly kind: "score";
  readonly language: Language;
  readonly image: string;
  readonly width: number;
  readonly height: number;
  /** Of the guest's best photo; missing while this is the only one. */
  readonly best?: number;
  /** Missing: without a place (couple, staff). */
  readonly place?: number;
}

/** What became of a photo that was sent alone. */
export type PhotoAnswer =
  | ScoreCard
  | (ScoreFacts & { readonly kind: "waiting"; readonly language: Language })
  | {
      readonly kind: "refused";
      readonly language: Language;
      readonly reason: Refusal;
      readonly event?: EventFacts;
    };

/** A4: what became of photos that were sent in one go. */
export interface SetAnswer {
  readonly kind: "set";
  readonly language: Language;
  /** In the order in which they were chosen; `position` from 1, at most `mostInSet`. */
  readonly results: readonly { readonly position: number; readonly answer: PhotoAnswer }[];
  /** How many were sent, as far as known. */
  readonly sent: number;
  /** How many of them were not read yet. */
  readonly stillReading: number;
}

/** As many cards as a message may hold side by side. */
export const MOST_CARDS = 12;
/** A reply has five messages, of which one is for earlier results, and one says that something is still to come. */
export const mostInSet = (stillReading: number): number => MOST_CARDS * (stillReading > 0 ? 3 : 4);

/** K2: the head of the ranking, and where the guest stands. */
export interface RankingCard {
  readonly kind: "ranking";
  readonly language: Language;
  /** The best first. */
  readonly top: readonly { readonly place: number; readonly displayName: string; readonly score: number }[];
  /** Missing: without a place. */
  readonly own?: { readonly place: number; readonly score: number };
  /** R4, P6: couple, staff and who is not on the screen have no place. */
  readonly isExcluded: boolean;
}

/** What the bot tells a guest; how it looks is the messenger's business. */
export type Answer =
  | PhotoAnswer
  | SetAnswer
  | { readonly kind: "received"; readonly language: Language; readonly photoId: string }
  | {
      readonly kind: "greeting";
      readonly language: Language;
      readonly event?: EventFacts;
      /** Why the guest cannot begin yet, or any more; said last. */
      readonly hint?: Refusal;
    }
  | { readonly kind: "help"; readonly language: Language; readonly event?: EventFacts }
  | RankingCard
  | { readonly kind: "my-page"; readonly language: Language }
  /** K6 */
  | { readonly kind: "confirm-leaving"; readonly language: Language }
  /** `name` is how the guest is called now. */
  | { readonly kind: "note"; readonly language: Language; readonly note: ChatNote; readonly name: string };

/** A2: what became of a photo whose own reply did not say it. */
export type EarlierResult =
  | {
      readonly kind: "score" | "waiting";
      readonly score: number;
      /** Titles of the missions that it met. */
      readonly missions: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: Refusal };

/** `expired`: the token was used before or its minute is over. `refused`: with the vendor's status. */
export type ReplyOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "expired" }
  | { readonly kind: "refused"; readonly status: number };

/** `limit-reached`: the month's messages are used up. `refused`: with the vendor's status. */
export type PushOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "limit-reached" }
  | { readonly kind: "refused"; readonly status: number };

export interface GuestProfile {
  readonly displayName: string;
  readonly language: Language | undefined;
}

export interface GuestMessenger {
  /** Fault: `line-unreachable`, and then nobody knows whether the answer arrived. */
  reply(replyToken: string, answer: Answer, earlier: readonly EarlierResult[]): Promise<ReplyOutcome>;
  /**
   * Costs one message of the month. With the same retry key (a UUID) it arrives once, however often it is pushed within
   * a day. Fault: `line-unreachable`, and then nobody knows whether the answer arrived.
   */
  push(
    lineUserId: string,
    answer: Answer,
    earlier: readonly EarlierResult[],
    retryKey: string,
  ): Promise<PushOutcome>;
  /** Moving dots until the next answer. Fault: `line-unreachable`. */
  showLoading(lineUserId: string): Promise<void>;
  /** `undefined`: not to be had (blocked, no consent). Fault: `line-unreachable`. */
  profile(lineUserId: string): Promise<GuestProfile | undefined>;
}
