import type { AuditKind, PhotoDeed } from "#domain/words/host-audit-words";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { isRecord } from "../../backend/parse.ts";

/** One photo of an entry, and what hosts said of it before and after. */
export interface TouchedPhoto {
  readonly photoId: string;
  readonly guestId: string;
  readonly before: PhotoDeed;
  readonly after: PhotoDeed;
}

/** The photos that an entry decided about; none of entries about other things. */
export function touchedPhotos({ before, after }: AuditEntry): readonly TouchedPhoto[] {
  if (!isRecord(after)) return [];
  return Object.entries(after).flatMap(([photoId, word]) => {
    if (!isRecord(word) || typeof word["guestId"] !== "string") return [];
    const former = isRecord(before) ? before[photoId] : undefined;
    return [{ photoId, guestId: word["guestId"], before: saidOf(former), after: saidOf(word) }];
  });
}

/** Ids of the guests that an entry is about, each once. */
export function touchedGuests(entry: AuditEntry): readonly string[] {
  const photos = touchedPhotos(entry);
  if (photos.length > 0) return [...new Set(photos.map(({ guestId }) => guestId))];
  return isAboutGuest(entry) ? [entry.subject] : [];
}

/** What hosts change of guests. */
const guestMembers = ["displayName", "reading", "isExcluded", "isBanned"];

/** A change of a guest, or the undo of one. */
export function isAboutGuest({ action, after }: AuditEntry): boolean {
  if (action === "changeGuest") return true;
  return action === "undoAction" && isRecord(after) && guestMembers.some((member) => member in after);
}

/** A change of an event's settings, or the undo of one. */
export function isAboutSettings(entry: AuditEntry): boolean {
  if (entry.action === "updateEvent") return true;
  return entry.action === "undoAction" && touchedPhotos(entry).length === 0 && !isAboutGuest(entry);
}

const kinds: Readonly<Record<string, AuditKind>> = {
  moderatePhotos: "photos",
  changeGuest: "guests",
  changeRules: "event",
  undoRules: "event",
  createEvent: "event",
  updateEvent: "event",
  renewBoard: "event",
  duplicateEvent: "event",
  rehearse: "event",
  setStage: "screen",
};

/** What an entry is filtered by. */
export function kindOf(entry: AuditEntry): AuditKind {
  if (entry.action === "undoAction") {
    if (isAboutSettings(entry)) return "event";
    return isAboutGuest(entry) ? "guests" : "photos";
  }
  return kinds[entry.action] ?? "other";
}

function saidOf(word: unknown): PhotoDeed {
  const said = isRecord(word) ? word["hostSays"] : null;
  return said === "show" || said === "hide" ? said : "rules";
}
