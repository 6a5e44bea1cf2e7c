import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { isRecord } from "../../backend/parse.ts";
import { touchedPhotos } from "./touched.ts";

/** How an entry can be taken back, and what a host should know before. */
export type UndoWay =
  | { readonly kind: "none" }
  | { readonly kind: "action"; readonly warns: "photos" | "guest" | null }
  | { readonly kind: "rules" };

/** More photos than that are asked about first. */
const MANY = 5;

/** `undone`: ids of entries that were taken back once; `newestRules`: the last change of the rules. */
export function undoWay(
  entry: AuditEntry,
  undone: ReadonlySet<string>,
  newestRules: string | undefined,
): UndoWay {
  if (!entry.isDone || undone.has(entry.entryId)) return { kind: "none" };
  switch (entry.action) {
    case "changeRules":
    case "undoRules":
      return entry.entryId === newestRules ? { kind: "rules" } : { kind: "none" };
    case "moderatePhotos":
    case "changeGuest":
    case "updateEvent":
    case "undoAction":
      return { kind: "action", warns: warningOf(entry) };
    default:
      return { kind: "none" };
  }
}

function warningOf(entry: AuditEntry): "photos" | "guest" | null {
  if (touchedPhotos(entry).length > MANY) return "photos";
  return isRecord(entry.after) && "isBanned" in entry.after ? "guest" : null;
}
