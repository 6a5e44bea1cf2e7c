import type { HostAction } from "../../backend/host-action.ts";
import type { AuditPage } from "../../backend/host-audit-entry.ts";
import type { AuditListener } from "../../backend/host-audit.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { HostGuest } from "../../backend/host-guest.ts";

/** What the page with the trail needs of the world. Every promise rejects when the API cannot be reached or refuses. */
export interface AuditBackend {
  /** Follows the trail until the returned function is called. */
  readonly watch: (eventId: string, listener: AuditListener) => () => void;
  /** The page behind `nextToken`, at most `limit` entries. */
  readonly readPage: (eventId: string, nextToken: string | null, limit?: number) => Promise<AuditPage>;
  /** Null: there is no such guest. */
  readonly readGuest: (eventId: string, guestId: string) => Promise<HostGuest | null>;
  readonly undo: (eventId: string, entryId: string) => Promise<HostAction>;
  /** Brings the former rules back. */
  readonly undoRules: (eventId: string) => Promise<object | HostRefusal>;
}
