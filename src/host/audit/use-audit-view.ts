import { useMemo, useState } from "react";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import type { AuditView } from "./audit-tools.tsx";
import { kindOf } from "./touched.ts";

/** Which entries the host wants to see, and whose there are. */
export function useAuditView(entries: readonly AuditEntry[]) {
  const [view, setView] = useState<AuditView>({ host: null, kind: "all" });
  const hosts = useMemo(() => [...new Set(entries.map(({ actorName }) => actorName))].sort(), [entries]);
  const shown = useMemo(
    () =>
      entries.filter(
        (entry) =>
          (view.host === null || entry.actorName === view.host) &&
          (view.kind === "all" || kindOf(entry) === view.kind),
      ),
    [entries, view],
  );
  const isFiltered = view.host !== null || view.kind !== "all";
  return { view, setView, hosts, shown, isFiltered };
}
