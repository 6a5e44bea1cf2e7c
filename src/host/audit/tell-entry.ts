import type { Language } from "#domain/language";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditDeedWords } from "#domain/words/host-audit-words";
import type { GuestDeed } from "#domain/words/host-guests-words";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { isRecord } from "../../backend/parse.ts";
import { stageName } from "./told-values.ts";
import { isAboutGuest, isAboutSettings, touchedGuests, type TouchedPhoto, touchedPhotos } from "./touched.ts";

/** Names by guest id; null: the guest is gone; missing: not known yet. */
export type GuestNames = ReadonlyMap<string, string | null>;

/** Of which there is nothing more to say than that they were done. */
const plainDeeds = [
  "changeRules",
  "undoRules",
  "createEvent",
  "renewBoard",
  "duplicateEvent",
  "endEvent",
  "rehearse",
  "retryDeadLetters",
  "orderExport",
  "takeExport",
  "cancelExport",
] as const;

/** So many guests are named, the others are counted. */
const MOST_NAMES = 2;

/** What an entry says was done, as a sentence without who did it. */
export function tellEntry(entry: AuditEntry, names: GuestNames, language: Language): string {
  const { deeds } = hostAuditWords[language];
  if (entry.action === "undoAction") return deeds.undid(tellDeed(entry, names, language));
  return tellDeed(entry, names, language);
}

function tellDeed(entry: AuditEntry, names: GuestNames, language: Language): string {
  const { deeds } = hostAuditWords[language];
  const photos = touchedPhotos(entry);
  if (photos.length > 0) return tellPhotos(photos, touchedGuests(entry), names, language);
  if (isAboutGuest(entry)) return tellGuest(entry, nameOf(entry.subject, names, language), deeds);
  if (isAboutSettings(entry)) return tellUpdate(entry.after, deeds);
  if (entry.action === "setStage")
    return deeds.setStage(stageName(entry.after, hostAuditWords[language].facts));
  const known = plainDeeds.find((action) => action === entry.action);
  return known === undefined ? deeds.other(entry.action) : deeds[known];
}

function tellPhotos(
  photos: readonly TouchedPhoto[],
  guestIds: readonly string[],
  names: GuestNames,
  language: Language,
): string {
  const { deeds } = hostAuditWords[language];
  const named = guestIds.slice(0, MOST_NAMES).map((guestId) => nameOf(guestId, names, language));
  const whose = deeds.whose(named, guestIds.length - named.length);
  // An undo may give photos different words back: the lines below tell each.
  const says = photos[0]?.after ?? "rules";
  return deeds.photos[says](whose, photos.length);
}

function tellGuest({ after }: AuditEntry, name: string, deeds: AuditDeedWords): string {
  const change = isRecord(after) ? after : {};
  const told = ["displayName", "reading", "isExcluded", "isBanned"].filter((member) => member in change);
  const deed = told.length === 1 ? deedOf(change) : undefined;
  if (deed === undefined) return deeds.guestChanged(name);
  return deeds.guest[deed](deed === "named" ? String(change["displayName"]) : name);
}

function deedOf(change: Readonly<Record<string, unknown>>): GuestDeed | undefined {
  if ("displayName" in change) return "named";
  if ("reading" in change) return "read";
  if ("isExcluded" in change) return change["isExcluded"] === true ? "excluded" : "included";
  if ("isBanned" in change) return change["isBanned"] === true ? "banned" : "unbanned";
  return undefined;
}

function tellUpdate(after: unknown, deeds: AuditDeedWords): string {
  const change = isRecord(after) ? after : {};
  const { state } = change;
  const isState = state === "open" || state === "closed" || state === "archived";
  return isState && Object.keys(change).length === 1 ? deeds.eventState[state] : deeds.updateEvent;
}

function nameOf(guestId: string, names: GuestNames, language: Language): string {
  return names.get(guestId) ?? hostAuditWords[language].facts.somebody;
}
