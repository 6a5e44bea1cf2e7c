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

/** A change of a guest, or the undo of one. */
export function isAboutGuest(entry: AuditEntry): boolean {
  return (
    entry.action === "changeGuest" || (entry.action === "undoAction" && touchedPhotos(entry).length === 0)
  );
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
  setStage: "screen",
};

/** What an entry is filtered by. */
export function kindOf(entry: AuditEntry): AuditKind {
  if (entry.action === "undoAction") return touchedPhotos(entry).length > 0 ? "photos" : "guests";
  return kinds[entry.action] ?? "other";
}

function saidOf(word: unknown): PhotoDeed {
  const said = isRecord(word) ? word["hostSays"] : null;
  return said === "show" || said === "hide" ? said : "rules";
}
