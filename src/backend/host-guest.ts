import { type Language, toLanguage } from "#domain/language";
import { flag, list, number, optional, record, text } from "./parse.ts";

/** A guest of an event as hosts see them. */
export interface HostGuest {
  readonly guestId: string;
  readonly displayName: string;
  /** How the MC says the name. */
  readonly reading: string | null;
  readonly language: Language;
  /** Has no place: the couple, staff. */
  readonly isExcluded: boolean;
  /** Milliseconds since the epoch. */
  readonly bannedAt: number | null;
  /** The name that the event's list of words held back. */
  readonly heldName: string | null;
  readonly isNamedByHost: boolean;
  /** K6: with everything; the name is the word for a guest then. */
  readonly hasLeft: boolean;
  readonly score: number | null;
  readonly photos: number;
  /** What hosts decided last. */
  readonly decision: GuestDecision | null;
  readonly version: number;
}

export interface GuestDecision {
  /** The host's name. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** How often hosts have decided, this time included. */
  readonly count: number;
}

export interface HostGuestPage {
  readonly guests: readonly HostGuest[];
  /** A page may be empty and still not be the last one; null: nothing follows. */
  readonly nextToken: string | null;
}

export const HOST_GUEST = `guestId displayName reading language isExcluded bannedAt heldName isNamedByHost erasedAt
  score photos decision { by at count } version`;

/** Throws on anything that is not a guest as hosts see them. */
export function parseHostGuest(value: unknown): HostGuest {
  const source = record(value, "guest");
  return {
    guestId: text(source, "guestId"),
    displayName: text(source, "displayName"),
    reading: optional(source, "reading", text),
    language: toLanguage(text(source, "language")),
    isExcluded: optional(source, "isExcluded", flag) ?? false,
    bannedAt: optional(source, "bannedAt", number),
    heldName: optional(source, "heldName", text),
    isNamedByHost: optional(source, "isNamedByHost", flag) ?? false,
    hasLeft: optional(source, "erasedAt", number) !== null,
    score: optional(source, "score", number),
    photos: number(source, "photos"),
    decision: optional(source, "decision", parseDecision),
    version: number(source, "version"),
  };
}

/** The answer to `guests`. */
export function parseHostGuestPage(answer: unknown): HostGuestPage {
  const page = record(record(answer, "answer")["guests"], "guests");
  return { guests: list(page, "guests", parseHostGuest), nextToken: optional(page, "nextToken", text) };
}

/** A message of `onGuest`; null: nothing was saved. */
export function parseGuestMessage(message: unknown): HostGuest | null {
  const save = record(record(message, "message")["onGuest"], "onGuest");
  return optional(save, "guest", (source, key) => parseHostGuest(source[key]));
}

function parseDecision(guest: Record<string, unknown>, key: string): GuestDecision {
  const source = record(guest[key], key);
  return { by: text(source, "by"), at: number(source, "at"), count: number(source, "count") };
}
