import type { AuditEntry, AuditPage } from "../../backend/host-audit-entry.ts";

/** What the page knows of the trail: everything from the newest entry down to where it was read. */
export interface Trail {
  readonly entries: ReadonlyMap<string, AuditEntry>;
  /** Null before anything was read, and when there is nothing older. */
  readonly nextToken: string | null;
  readonly isRead: boolean;
  /** The newest entry of the last reading: down from here nothing is missing. */
  readonly newestRead: string;
}

export const emptyTrail: Trail = { entries: new Map(), nextToken: null, isRead: false, newestRead: "" };

/** Takes messages; an entry that was carried out stays so. */
export function hearEntries(trail: Trail, heard: readonly AuditEntry[]): Trail {
  return heard.length === 0 ? trail : { ...trail, entries: merged(trail.entries, heard) };
}

/** Takes the newest page. Where more happened meanwhile than it holds, what lies behind it is read again later. */
export function readNewest(trail: Trail, { entries, nextToken }: AuditPage): Trail {
  const newestRead = entries[0]?.entryId ?? trail.newestRead;
  const oldest = entries.at(-1)?.entryId ?? "";
  const isJoint = trail.isRead && (nextToken === null || oldest <= trail.newestRead);
  if (isJoint) return { ...trail, entries: merged(trail.entries, entries), newestRead };
  const kept = [...trail.entries.values()].filter((entry) => entry.entryId >= oldest);
  return { entries: merged(new Map(), [...entries, ...kept]), nextToken, isRead: true, newestRead };
}

/** Takes the page behind everything that was read. */
export function readOlder(trail: Trail, { entries, nextToken }: AuditPage): Trail {
  return { ...trail, entries: merged(trail.entries, entries), nextToken };
}

/** The newest first. */
export function inOrder(trail: Trail): readonly AuditEntry[] {
  return [...trail.entries.values()].sort((a, b) => (a.entryId < b.entryId ? 1 : -1));
}

/** Which entries were taken back, and by which: an undo that was itself undone counts no more. */
export function undoneBy(entries: readonly AuditEntry[]): ReadonlyMap<string, AuditEntry> {
  const undone = new Map<string, AuditEntry>();
  // An undo is newer than what it takes back, so that the newest is known to hold.
  for (const entry of entries) {
    if (entry.isDone && entry.undoes !== null && !undone.has(entry.entryId)) undone.set(entry.undoes, entry);
  }
  return undone;
}

function merged(
  known: ReadonlyMap<string, AuditEntry>,
  heard: readonly AuditEntry[],
): ReadonlyMap<string, AuditEntry> {
  const entries = new Map(known);
  for (const entry of heard) {
    if (entry.isDone || !entries.has(entry.entryId)) entries.set(entry.entryId, entry);
  }
  return entries;
}
