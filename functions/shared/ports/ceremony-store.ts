import type { Fingerprint } from "#domain/duplicate";
import type { EventSettings } from "#domain/event";
import type { Label } from "#domain/label";
import type { Language } from "#domain/language";
import type { Concern, HostWord } from "#domain/moderation";
import type { Photo, PhotoReason, PhotoStep } from "#domain/photo";
import type { Ladder } from "#domain/ranking";
import type { StageName } from "#domain/stage";
import type { Standing } from "#domain/standing";

/** A LINE user: where they play now, and in which language we speak. */
export interface Person {
  readonly lineUserId: string;
  readonly eventId?: string;
  /** LINE's time stamp of the join code that led there; milliseconds since the epoch. */
  readonly joinedAt?: number;
  /** Where they played before it. */
  readonly formerEventId?: string;
  readonly language: Language;
  readonly displayName?: string;
  /** LINE's time stamp of what was kept last; milliseconds since the epoch. */
  readonly seenAt?: number;
}

export interface GuestKey {
  readonly eventId: string;
  readonly guestId: string;
}

export interface PhotoKey extends GuestKey {
  readonly photoId: string;
}

/** A LINE user inside one event. Times in milliseconds since the epoch. */
export interface Guest extends GuestKey {
  readonly displayName: string;
  /** N2: the name that waits for a host; stays when a host has decided. */
  readonly heldName?: string;
  /** N3 */
  readonly isNamedByHost: boolean;
  /** For the MC. */
  readonly reading?: string;
  readonly decision?: HostDecision;
  readonly language: Language;
  readonly isExcluded: boolean;
  /** P6 */
  readonly isOffScreen: boolean;
  readonly bannedAt?: number;
  /** K6: since when nothing is kept but what hosts decided; missing again after a new welcome. */
  readonly erasedAt?: number;
  /** K6: LINE's time stamp of the order; nothing that was sent until then is taken. */
  readonly leftAt?: number;
  readonly score?: number;
  readonly rankKey?: string;
  readonly version: number;
}

/** What hosts said last of a photo or a guest. */
export interface HostDecision {
  /** The host's name. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Its entry of the trail. */
  readonly entryId: string;
  /** How often hosts have decided, this time included. */
  readonly count: number;
}

/** Of a photo; without `says` as the rules have it. */
export interface PhotoDecision extends HostDecision {
  readonly says?: HostWord;
}

/** What guests decide about themselves, as it shall be. */
export type OwnWish = Pick<Guest, "displayName" | "heldName" | "language" | "isOffScreen">;

export type NewGuest = GuestKey & Pick<Guest, "displayName" | "heldName" | "language">;

/** K6: what is left of a guest; who it was, only while `isForgotten` is false. */
export interface Erasure extends GuestKey, Pick<Guest, "displayName" | "language"> {
  readonly erasedAt: number;
  readonly leftAt: number;
  readonly isForgotten: boolean;
}

export interface ModerationLabel {
  readonly name: string;
  /** 0..100 */
  readonly confidence: number;
}

/** A photo as it is to be kept. */
export interface PhotoDraft extends Photo, PhotoKey {
  readonly step: PhotoStep;
  /** The guest's, as it was shown last. */
  readonly displayName: string;
  readonly reason?: PhotoReason;
  readonly labels?: readonly Label[];
  readonly moderationLabels?: readonly ModerationLabel[];
  readonly isModerationChecked?: boolean;
  readonly concern?: Concern;
  /** Ids of the missions that it meets. */
  readonly missions?: readonly string[];
  /** The photo that it repeats. */
  readonly duplicateOf?: string;
  readonly decision?: PhotoDecision;
  /** What hosts said before, the last few times, oldest first. */
  readonly earlierDecisions?: readonly PhotoDecision[];
  /** A2: the guest has not heard the result. */
  readonly isUntold?: true;
  /** P8: deleted by its guest, who may take that back until then; milliseconds since the epoch. */
  readonly leavesAt?: number;
  /** A4: LINE's id of the photos that were sent in one go. */
  readonly imageSetId?: string;
  /** From 1; LINE may not tell it. */
  readonly imageSetIndex?: number;
  /** Key of the original in the private part of the store. */
  readonly original?: string;
  /** Of the display copy, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of the original. */
  readonly sizeBytes?: number;
  /** SHA-256 of the original, hexadecimal. */
  readonly contentHash?: string;
  /** 64 bits of what it looks like, 16 hexadecimal digits. */
  readonly lookHash?: string;
  /** Seconds since the epoch: DynamoDB removes the row then, long after the event should have been deleted (K12). */
  readonly expiresAt: number;
}

export interface StoredPhoto extends PhotoDraft {
  readonly version: number;
}

/** Both included; milliseconds since the epoch. */
export interface Term {
  readonly from: number;
  readonly to: number;
}

export interface PhotoPage {
  readonly photos: readonly StoredPhoto[];
  readonly nextToken?: string;
}

/** How many guests stand strictly above a score; not complete when the count stopped at its page. */
export interface GuestsAbove {
  readonly above: number;
  readonly isComplete: boolean;
  readonly ladder?: Ladder & { readonly guests: number };
}

export interface RankingPage {
  readonly guests: readonly { readonly score: number; readonly photos: number }[];
  readonly nextToken?: string;
}

export interface Delivery {
  readonly deliveryId: string;
  /** What for, and by which attempt: a repeated request of the same attempt may win again. */
  readonly kind: string;
  readonly recordedAt: number;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * The data, behind the API. A `save…` or `claim…` that answers false changed nothing because somebody else was
 * quicker. Faults: `api-unreachable`, `api-refused`.
 */
export interface CeremonyStore {
  person(lineUserId: string): Promise<Person | undefined>;
  /** Changes nothing when a later join code has led elsewhere, or a person who plays nowhere has joined meanwhile. */
  savePerson(person: Person): Promise<void>;
  event(eventId: string): Promise<EventSettings | undefined>;
  /** The open events that opened last before `now`, at most two, or, while none is open, the next one. */
  eventsToJoin(now: number): Promise<readonly EventSettings[]>;
  /** The event that guests join by this code, unless it is archived; may be a moment behind. */
  eventOfCode(joinCode: string): Promise<EventSettings | undefined>;
  guest(key: GuestKey): Promise<Guest | undefined>;
  /** Who the guest is to LINE; `undefined`: nobody any more. */
  lineUserOfGuest(key: GuestKey): Promise<string | undefined>;
  /** Creates the guest; one that exists stays as it is and is returned. */
  saveGuest(guest: NewGuest, lineUserId: string): Promise<Guest>;
  /** Changes the guest; `isNamedByHost` and everything else that hosts say stays as it is. */
  saveWish(key: GuestKey, wish: OwnWish, expectedVersion: number): Promise<boolean>;
  /** Whatever events they play or played in, as far as that is kept; may be a moment behind. */
  guestsOfLineUser(lineUserId: string): Promise<readonly GuestKey[]>;
  /** `expectedVersion` 0: there is no such guest, and by what was sent until then there shall be none. */
  eraseGuest(erasure: Erasure, expectedVersion: number): Promise<boolean>;
  /** Only who was erased and is not banned. */
  reviveGuest(guest: NewGuest, lineUserId: string, expectedVersion: number): Promise<boolean>;
  /** Keeps the person when something that was sent after `until` is kept. */
  erasePerson(lineUserId: string, until: number): Promise<void>;
  photo(key: PhotoKey): Promise<StoredPhoto | undefined>;
  /** Whoever sent it; may be a moment behind. */
  photoById(photoId: string): Promise<StoredPhoto | undefined>;
  /** All of them, consistent. */
  photosOfGuest(key: GuestKey): Promise<readonly StoredPhoto[]>;
  /** In the order in which they were sent, all or those of a term, a page at a time; may be a moment behind. */
  photosOfEvent(eventId: string, nextToken: string | undefined, term?: Term): Promise<PhotoPage>;
  /** D1, D3: with the same bytes or the same look, whoever sent them, the earliest first; may be a moment behind. */
  photosLike(eventId: string, fingerprint: Fingerprint): Promise<readonly StoredPhoto[]>;
  /** Writes the whole photo; `expectedVersion` 0: it does not exist yet. */
  savePhoto(photo: PhotoDraft, expectedVersion: number): Promise<boolean>;
  /** P8: when a photo goes for good; `undefined`: it stays. */
  saveLeaving(key: PhotoKey, leavesAt: number | undefined, expectedVersion: number): Promise<boolean>;
  saveStanding(key: GuestKey, standing: Standing, expectedVersion: number): Promise<boolean>;
  claimDelivery(delivery: Delivery): Promise<boolean>;
  hasDelivery(deliveryId: string): Promise<boolean>;
  place(eventId: string, scoreKey: string): Promise<GuestsAbove>;
  /** The best so many, the best first (R3); may be a moment behind. */
  topGuests(
    eventId: string,
    limit: number,
  ): Promise<readonly { displayName: string; score: number; rankKey: string }[]>;
  /** What the event's boards show now. */
  stageOf(eventId: string): Promise<StageName>;
  rankingPage(eventId: string, nextToken: string | undefined): Promise<RankingPage>;
  /** `dueAt` is different for every attempt. */
  claimLadder(eventId: string, now: number, dueAt: number): Promise<boolean>;
  saveLadder(
    eventId: string,
    ladder: Ladder & { readonly guests: number; readonly photos: number; readonly computedAt: number },
  ): Promise<boolean>;
  /** Tells the boards how the guest stands now. */
  publishStanding(key: GuestKey): Promise<void>;
  /** Tells the boards the photo as it is now; one that is not shown disappears there. */
  publishShownPhoto(key: PhotoKey): Promise<void>;
}
