import type { EventRules } from "#domain/event-rules";
import type {
  Guest,
  GuestKey,
  HostDecision,
  PhotoDecision,
  PhotoKey,
  StoredPhoto,
} from "./ceremony-store.ts";

/** An event's rules, and what is needed to change them. */
export interface RulesRecord {
  readonly rules: EventRules;
  /** Those that an undo brings back. */
  readonly formerRules?: EventRules;
  /** The job that recomputes by these rules; every other one is superseded. */
  readonly rulesJobId?: string;
  /** Of the event. */
  readonly version: number;
}

/** Work that was ordered and can be watched: by hosts, or an archive by its guest. Times in milliseconds since the epoch. */
export interface JobDraft {
  readonly jobId: string;
  readonly eventId: string;
  readonly kind: "recompute" | "archive" | "export" | "end-event" | "rehearsal";
  readonly state: "running" | "done" | "superseded";
  /** Guests, or photos of an archive; missing until they were counted. */
  readonly total?: number;
  readonly done: number;
  /** How far it has come, in the order of the guests' ids. */
  readonly lastGuestId?: string;
  /** Of an archive that is done. */
  readonly bytes?: number;
  /** What its kind tells of itself besides; as JSON has it. */
  readonly report?: unknown;
  readonly startedAt: number;
  readonly movedAt: number;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

export interface Job extends JobDraft {
  readonly version: number;
}

export interface AuditEntry {
  readonly eventId: string;
  /** `ISO time#random`; the same for every try. */
  readonly entryId: string;
  readonly actor: string;
  readonly actorName: string;
  /** As the operation is called. */
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** False until it was carried out, and for good where it came to nothing. */
  readonly isDone: boolean;
  /** The entry that it took back. */
  readonly undoes?: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly nextToken?: string;
}

/** Everything about a guest that hosts decide. */
export type GuestDecision = GuestKey &
  Pick<Guest, "displayName" | "isNamedByHost" | "heldName" | "reading" | "isExcluded" | "bannedAt"> & {
    readonly decision: HostDecision;
  };

export interface GuestIdPage {
  readonly guestIds: readonly string[];
  readonly isLast: boolean;
}

/**
 * What hosts order, behind the API. A `save…` that answers false changed nothing because somebody else was quicker.
 * Faults: `api-unreachable`, `api-refused`.
 */
export interface HostStore {
  rulesOf(eventId: string): Promise<RulesRecord | undefined>;
  /** The record as it shall be; its version is the one that was read. */
  saveRules(eventId: string, record: RulesRecord & { readonly rulesJobId: string }): Promise<boolean>;
  /** An entry that is done never changes. */
  saveAudit(entry: AuditEntry): Promise<boolean>;
  auditEntry(eventId: string, entryId: string): Promise<AuditEntry | undefined>;
  /** The newest first, at most 100 at once. */
  auditOfEvent(eventId: string, limit: number, nextToken: string | undefined): Promise<AuditPage>;
  photo(key: PhotoKey): Promise<StoredPhoto | undefined>;
  guest(key: GuestKey): Promise<Guest | undefined>;
  /** M8: false when hosts have decided otherwise meanwhile, or the photo was taken back. The same entry wins again. */
  decidePhoto(
    key: PhotoKey,
    decision: PhotoDecision,
    earlierDecisions: readonly PhotoDecision[],
  ): Promise<boolean>;
  /** False when somebody changed the guest meanwhile. The same entry wins again. */
  decideGuest(decided: GuestDecision, expectedVersion: number): Promise<boolean>;
  job(jobId: string): Promise<Job | undefined>;
  /** Writes the whole job; `expectedVersion` 0: it does not exist yet. */
  saveJob(job: JobDraft, expectedVersion: number): Promise<boolean>;
  /** Tells the hosts who watch it how far the job is. */
  publishJob(jobId: string): Promise<void>;
  /** Guests behind the one named, in the order of their ids; consistent. */
  guestsOfEvent(eventId: string, after: string | undefined, limit: number): Promise<GuestIdPage>;
}
