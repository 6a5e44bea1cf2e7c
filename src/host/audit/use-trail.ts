import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import type { AuditBackend } from "./audit-backend.ts";
import { emptyTrail, hearEntries, inOrder, readNewest, readOlder } from "./audit-trail.ts";

export interface KnownTrail {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  readonly isRead: boolean;
  readonly isConnected: boolean;
  /** Where older entries stand: there are some, they are being read, they could not be read, there are none. */
  readonly older: "more" | "reading" | "failed" | "none";
  readonly readOn: () => void;
}

/** Follows the trail of one event, and reads on when asked. */
export function useTrail(eventId: string, backend: Pick<AuditBackend, "watch" | "readPage">): KnownTrail {
  const [trail, setTrail] = useState(emptyTrail);
  const [isConnected, setConnected] = useState(true);
  const [reading, setReading] = useState<"no" | "reading" | "failed">("no");
  const isReading = useRef(false);
  useEffect(
    () =>
      backend.watch(eventId, {
        onPage: (page) => setTrail((before) => readNewest(before, page)),
        onEntries: (entries) => setTrail((before) => hearEntries(before, entries)),
        onConnection: setConnected,
      }),
    [eventId, backend],
  );
  const { nextToken } = trail;
  const readOn = useCallback(() => {
    if (nextToken === null || isReading.current) return;
    isReading.current = true;
    setReading("reading");
    backend
      .readPage(eventId, nextToken)
      .then(
        (page) => {
          // A newest page that did not join puts another token there: this page lies behind a gap.
          setTrail((before) => (before.nextToken === nextToken ? readOlder(before, page) : before));
          setReading("no");
        },
        (error: unknown) => {
          console.warn("older entries could not be read", error);
          setReading("failed");
        },
      )
      .finally(() => {
        isReading.current = false;
      });
  }, [backend, eventId, nextToken]);
  const entries = useMemo(() => inOrder(trail), [trail]);
  const older = nextToken === null ? "none" : reading === "no" ? "more" : reading;
  return { entries, isRead: trail.isRead, isConnected, older, readOn };
}
