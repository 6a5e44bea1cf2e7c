import type { StageName } from "../stage.ts";
import type { GuestDeed } from "./host-guests-words.ts";

/** What a host may say of photos: show, hide, or leave it to the rules again. */
export type PhotoDeed = "show" | "hide" | "rules";

/** What entries are filtered by. */
export const auditKinds = ["all", "photos", "guests", "event", "screen", "other"] as const;
export type AuditKind = (typeof auditKinds)[number];

/** Sentences that tell what was done; who did it stands beside them. */
export interface AuditDeedWords {
  /** `whose` as `whose` below writes it. */
  readonly photos: Readonly<Record<PhotoDeed, (whose: string, count: number) => string>>;
  /** Some guests by name, and how many more. */
  readonly whose: (names: readonly string[], more: number) => string;
  readonly guest: Readonly<Record<GuestDeed, (name: string) => string>>;
  readonly guestChanged: (name: string) => string;
  readonly undid: (deed: string) => string;
  readonly changeRules: string;
  readonly undoRules: string;
  readonly createEvent: string;
  readonly updateEvent: string;
  /** By the state that the event took. */
  readonly eventState: Readonly<Record<"open" | "closed" | "archived", string>>;
  readonly renewBoard: string;
  readonly duplicateEvent: string;
  readonly setStage: (stage: string) => string;
  readonly endEvent: string;
  readonly rehearse: string;
  readonly retryDeadLetters: string;
  readonly orderExport: string;
  readonly takeExport: string;
  readonly cancelExport: string;
  readonly other: (action: string) => string;
}

/** What changed, as nouns. */
export interface AuditFactWords {
  readonly photos: (count: number) => string;
  readonly says: Readonly<Record<PhotoDeed, string>>;
  readonly displayName: string;
  readonly reading: string;
  readonly ranking: string;
  readonly inRanking: string;
  readonly notInRanking: string;
  readonly takingPart: string;
  readonly takesPart: string;
  readonly banned: string;
  readonly stage: string;
  readonly stages: Readonly<Record<StageName, string>>;
  /** A step of the reveal that shows a place. */
  readonly reveal: (place: number) => string;
  readonly title: string;
  readonly language: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly state: string;
  readonly states: Readonly<Record<"open" | "closed" | "archived", string>>;
  readonly boardAddress: string;
  readonly none: string;
  readonly somebody: string;
}

/** The words of the page with the trail. */
export interface HostAuditWords {
  readonly title: string;
  readonly hint: string;
  readonly loading: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly nothingFound: string;
  readonly host: string;
  readonly everyHost: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<AuditKind, string>>;
  readonly today: string;
  readonly yesterday: string;
  readonly from: string;
  readonly to: string;
  readonly notDone: string;
  readonly undoneBy: (host: string, when: string) => string;
  readonly seeGuest: string;
  readonly readingOn: string;
  readonly end: string;
  readonly moreFailed: string;
  readonly tryAgain: string;

  readonly undo: string;
  readonly confirmTitle: string;
  readonly confirmPhotos: (count: number) => string;
  readonly confirmGuest: string;
  readonly confirmRules: string;
  readonly cancel: string;
  readonly undone: string;
  readonly rulesUndone: string;
  readonly partlyUndone: (done: number, refused: number) => string;
  readonly undoRefused: string;
  readonly undoFailed: string;

  readonly exportCsv: string;
  readonly exportJson: string;
  readonly exporting: (entries: number) => string;
  readonly exported: (entries: number) => string;
  readonly exportFailed: string;
  /** Heads of the columns of the exported table, and the name of the file. */
  readonly columns: {
    readonly at: string;
    readonly host: string;
    readonly deed: string;
    readonly before: string;
    readonly after: string;
    readonly state: string;
  };
  readonly fileStates: Readonly<Record<"done" | "undone" | "not-done", string>>;
  readonly fileName: string;

  readonly deeds: AuditDeedWords;
  readonly facts: AuditFactWords;
}
