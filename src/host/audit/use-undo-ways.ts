import { useMemo } from "react";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { undoneBy } from "./audit-trail.ts";
import { type UndoWay, undoWay } from "./undo-way.ts";

/** Of each entry: what took it back, and how it can be. `entries`: all that are known, the newest first. */
export function useUndoWays(entries: readonly AuditEntry[]): {
  readonly undone: ReadonlyMap<string, AuditEntry>;
  readonly wayOf: (entry: AuditEntry) => UndoWay;
} {
  return useMemo(() => {
    const onceUndone = new Set(entries.flatMap(({ undoes, isDone }) => (isDone && undoes) || []));
    const newestRules = entries.find(
      ({ action, isDone }) => isDone && (action === "changeRules" || action === "undoRules"),
    )?.entryId;
    const wayOf = (entry: AuditEntry) => undoWay(entry, onceUndone, newestRules);
    return { undone: undoneBy(entries), wayOf };
  }, [entries]);
}
