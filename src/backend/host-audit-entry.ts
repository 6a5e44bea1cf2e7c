import { flag, list, optional, record, text } from "./parse.ts";

/** One line of the trail: who did what. */
export interface AuditEntry {
  readonly entryId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly actorName: string;
  /** As the operation is called: `moderatePhotos`, `changeGuest`, … */
  readonly action: string;
  readonly subject: string;
  /** What stood there and what came; what each action keeps there is its own. Null: nothing is kept. */
  readonly before: unknown;
  readonly after: unknown;
  /** False while it is under way, and for good where it came to nothing. */
  readonly isDone: boolean;
  /** The entry that it took back. */
  readonly undoes: string | null;
}

export interface AuditPage {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** Null: nothing follows. */
  readonly nextToken: string | null;
}

export const AUDIT_ENTRY = "entryId actorName action subject before after isDone undoes";

/** Throws on anything that is no line of the trail. */
export function parseAuditEntry(value: unknown): AuditEntry {
  const source = record(value, "entry");
  const entryId = text(source, "entryId");
  return {
    entryId,
    at: timeOf(entryId),
    actorName: text(source, "actorName"),
    action: text(source, "action"),
    subject: text(source, "subject"),
    before: fromJson(source["before"]),
    after: fromJson(source["after"]),
    isDone: flag(source, "isDone"),
    undoes: optional(source, "undoes", text),
  };
}

/** The answer to `audit`. */
export function parseAuditPage(answer: unknown): AuditPage {
  const page = record(record(answer, "answer")["audit"], "audit");
  return { entries: list(page, "entries", parseAuditEntry), nextToken: optional(page, "nextToken", text) };
}

/** A message of `onAudit`; null: nothing was saved. */
export function parseAuditMessage(message: unknown): AuditEntry | null {
  const save = record(record(message, "message")["onAudit"], "onAudit");
  return optional(save, "entry", (source, key) => parseAuditEntry(source[key]));
}

/** An entry's id begins with its time: `2026-11-20T19:00:00.000Z#…`. */
function timeOf(entryId: string): number {
  const at = Date.parse(entryId.slice(0, entryId.indexOf("#")));
  if (Number.isNaN(at)) throw new Error("entryId does not begin with a time");
  return at;
}

/** AppSync hands JSON over as a text. */
function fromJson(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : (value ?? null);
}
