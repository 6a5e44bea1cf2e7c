import type { HostAction } from "../../backend/host-action.ts";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import type { AuditListener } from "../../backend/host-audit.ts";
import { aGuest } from "../guests/test-guests.ts";
import type { AuditBackend } from "./audit-backend.ts";

export const NOON = new Date(2026, 10, 21, 12).getTime();

/** An entry so many minutes before noon. */
export function anEntry(minutesAgo: number, change: Partial<AuditEntry> = {}): AuditEntry {
  const at = NOON - minutesAgo * 60_000;
  return {
    entryId: `${new Date(at).toISOString()}#1`,
    at,
    actorName: "花子",
    action: "changeGuest",
    subject: "g1",
    before: { isExcluded: false },
    after: { isExcluded: true },
    isDone: true,
    undoes: null,
    ...change,
  };
}

/** What an entry about photos keeps: the words by photo id, all of one guest. */
export function photosBy(guestId: string, says: "show" | "hide" | null, photoIds: readonly string[]) {
  return Object.fromEntries(photoIds.map((photoId) => [photoId, { guestId, hostSays: says }]));
}

/** The API's trail in memory, in pages; undoing writes an entry as the API does. */
export class FakeTrail implements AuditBackend {
  entries: readonly AuditEntry[];
  readonly names = new Map([["g1", "健"]]);
  readonly undone: string[] = [];
  rulesUndone = 0;
  rulesAnswer: object = { jobId: "job-1" };
  /** The next calls reject. */
  isCutOff = false;
  /** What the next undo answers. */
  answer: HostAction | null = null;
  readonly #pageSize: number;
  readonly #listeners = new Set<AuditListener>();

  constructor(entries: readonly AuditEntry[], pageSize = 50) {
    this.entries = entries;
    this.#pageSize = pageSize;
  }

  tell(...entries: readonly AuditEntry[]): void {
    this.entries = [...entries, ...this.entries];
    for (const listener of this.#listeners) listener.onEntries(entries);
  }

  readonly watch: AuditBackend["watch"] = (_eventId, listener) => {
    this.#listeners.add(listener);
    listener.onPage(this.#page(0, this.#pageSize));
    return () => this.#listeners.delete(listener);
  };

  readonly readPage: AuditBackend["readPage"] = async (_eventId, nextToken, limit = this.#pageSize) => {
    this.#reach();
    return this.#page(Number(nextToken ?? 0), limit);
  };

  readonly readGuest: AuditBackend["readGuest"] = async (_eventId, guestId) => {
    const displayName = this.names.get(guestId);
    return displayName === undefined ? null : aGuest({ guestId, displayName });
  };

  readonly undo: AuditBackend["undo"] = async (_eventId, entryId) => {
    this.#reach();
    this.undone.push(entryId);
    if (this.answer !== null) return this.answer;
    const entry = this.entries.find((one) => one.entryId === entryId);
    if (entry === undefined) throw new Error("there is no such entry");
    const { before: after, after: before, subject } = entry;
    const undoing = anEntry(-this.undone.length, {
      action: "undoAction",
      undoes: entryId,
      subject,
      before,
      after,
    });
    this.tell(undoing);
    return { entryId: undoing.entryId, done: [subject], refused: [] };
  };

  readonly undoRules: AuditBackend["undoRules"] = async () => {
    this.#reach();
    this.rulesUndone += 1;
    return this.rulesAnswer;
  };

  #page(from: number, limit: number) {
    const to = from + limit;
    return {
      entries: this.entries.slice(from, to),
      nextToken: to < this.entries.length ? String(to) : null,
    };
  }

  #reach(): void {
    if (this.isCutOff) throw new Error("the network is gone");
  }
}
