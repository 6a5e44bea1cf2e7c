import { HOST, request } from "./client.ts";
import {
  AUDIT_ENTRY,
  type AuditEntry,
  type AuditPage,
  parseAuditMessage,
  parseAuditPage,
} from "./host-audit-entry.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchLive } from "./watch-live.ts";

const PAGE = 50;

const AUDIT = `query Audit($eventId: ID!, $limit: Int, $nextToken: String) {
  audit(eventId: $eventId, limit: $limit, nextToken: $nextToken) { entries { ${AUDIT_ENTRY} } nextToken }
}`;
const ON_AUDIT: Topic<AuditEntry | null> = {
  field: "onAudit",
  query: `subscription OnAudit($eventId: ID!) {
    onAudit(eventId: $eventId) { isWon eventId entry { ${AUDIT_ENTRY} } }
  }`,
  parse: parseAuditMessage,
};

/** What a page learns about the trail of an event. */
export interface AuditListener {
  /** The newest page, as it is read from time to time. */
  readonly onPage: (page: AuditPage) => void;
  /** New entries, and entries that were carried out by now. */
  readonly onEntries: (entries: readonly AuditEntry[]) => void;
  readonly onConnection: (isConnected: boolean) => void;
}

/** A page of the trail, behind `nextToken`. Rejects as `request` does. */
export async function readAudit(
  eventId: string,
  nextToken: string | null,
  limit: number = PAGE,
): Promise<AuditPage> {
  return parseAuditPage(await request(AUDIT, { eventId, limit, nextToken }, HOST));
}

/** Follows the trail of an event until the returned function is called. Never throws. */
export function watchAudit(eventId: string, { onPage, onEntries, onConnection }: AuditListener): () => void {
  const { stop } = watchLive<AuditPage, AuditEntry | null>(
    {
      read: () => readAudit(eventId, null),
      subscribe: (to) => subscribe([ON_AUDIT], { eventId }, to, HOST),
    },
    {
      onRead: (page) => {
        onPage(page);
        return "known";
      },
      onHeard: (entries) => onEntries(entries.flatMap((entry) => entry ?? [])),
      onConnection,
    },
  );
  return stop;
}
