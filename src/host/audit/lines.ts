import type { AuditEntry } from "../../backend/host-audit-entry.ts";

/** What stands in the list: entries, and before the first of each day the day. */
export type AuditLine =
  | { readonly kind: "entry"; readonly key: string; readonly entry: AuditEntry }
  | {
      readonly kind: "day";
      readonly key: string;
      readonly at: number;
      readonly name: "today" | "yesterday" | null;
    };

/** Days are those of the host's machine. `entries`: the newest first. */
export function linesOf(entries: readonly AuditEntry[], now: number): readonly AuditLine[] {
  const today = dayOf(now);
  const yesterday = dayOf(new Date(now).setHours(0, 0, 0, 0) - 1);
  const lines: AuditLine[] = [];
  let last = "";
  for (const entry of entries) {
    const day = dayOf(entry.at);
    if (day !== last) {
      const name = day === today ? "today" : day === yesterday ? "yesterday" : null;
      lines.push({ kind: "day", key: `day ${day}`, at: entry.at, name });
      last = day;
    }
    lines.push({ kind: "entry", key: entry.entryId, entry });
  }
  return lines;
}

function dayOf(at: number): string {
  return new Date(at).toDateString();
}
