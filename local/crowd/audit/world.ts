import type { EventSettings } from "#domain/event";
import type { Photo } from "#domain/photo";
import type { Testimony } from "../board-witness.ts";
import type { ChatEntry } from "../phones.ts";

export interface StoredGuest {
  readonly eventId: string;
  readonly guestId: string;
  readonly lineUserId: string;
  readonly displayName: string;
  readonly language: string;
  readonly isExcluded?: boolean | undefined;
  readonly isOffScreen?: boolean | undefined;
  readonly bannedAt?: number | undefined;
  readonly score?: number | undefined;
  readonly rankKey?: string | undefined;
  readonly photoId?: string | undefined;
  readonly image?: string | undefined;
  readonly faces?: number | undefined;
  readonly photos: number;
}

export interface StoredPhoto extends Photo {
  readonly eventId: string;
  readonly guestId: string;
  readonly displayName: string;
  readonly step: string;
  readonly reason?: string;
  readonly contentHash?: string;
  readonly lookHash?: string;
  readonly duplicateOf?: string;
  readonly sizeBytes?: number;
  readonly original?: string;
  /** Of the copies, in pixels; missing: nothing could be made of it. */
  readonly width?: number;
  /** A2: the result waits for the guest's next reply. */
  readonly isUntold?: boolean;
}

export interface StoredDelivery {
  /** `reply#ID` or `unsent#ID`. */
  readonly deliveryId: string;
  /** `reply …`, `silence …` or `unsent …`. */
  readonly kind: string;
  readonly recordedAt: number;
}

/** What the CDN answers to a key of the bucket. */
export interface CdnAnswer {
  readonly key: string;
  readonly status: number;
}

/** Everything that can be seen of a running stack when nothing happens any more. */
export interface World {
  readonly event: Pick<EventSettings, "eventId" | "boardId" | "policy" | "moderation">;
  readonly guests: readonly StoredGuest[];
  readonly photos: readonly StoredPhoto[];
  readonly deliveries: readonly StoredDelivery[];
  /** Keys of the photos' bucket. */
  readonly objects: readonly string[];
  /** Of shown photos' copies, withdrawn ones', and what is private. */
  readonly cdn: readonly CdnAnswer[];
  /** By the number of the guest in the plan. */
  readonly chats: readonly (readonly ChatEntry[])[];
  readonly testimony: Testimony;
  /** Messages that wait in the queues, and that rest in the dead-letter queues. */
  readonly waiting: number;
  readonly deadLetters: number;
}
