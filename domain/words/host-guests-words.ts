import type { PhotoState } from "../photo.ts";

/** What a host changed about a guest, for the sentence that tells it. */
export type GuestDeed = "named" | "read" | "excluded" | "included" | "banned" | "unbanned";

/** The words of the host's page about the guests. */
export interface HostGuestsWords {
  readonly title: string;
  readonly count: (count: number) => string;
  /** Stands beside the count while not all were read. */
  readonly reading: string;
  readonly search: string;
  readonly clearSearch: string;
  readonly filter: string;
  readonly filters: Readonly<Record<"all" | "held" | "banned" | "excluded", string>>;
  readonly sort: string;
  readonly sorts: Readonly<Record<"score" | "name" | "photos", string>>;
  /** Heads of the columns. */
  readonly name: string;
  readonly nameReading: string;
  readonly points: string;
  readonly photos: string;
  readonly state: string;
  /** As they stand in a row. */
  readonly photosOf: (count: number) => string;
  readonly noPoints: string;
  readonly noReading: string;
  readonly banned: string;
  readonly excluded: string;
  readonly held: string;
  readonly found: (count: number) => string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly nobodyFound: string;
  /** By the filter that found nobody. */
  readonly nobodyFiltered: Readonly<Record<"held" | "banned" | "excluded", string>>;
  readonly loading: string;

  readonly close: string;
  readonly save: string;
  readonly displayName: string;
  readonly displayNameHint: string;
  readonly readingLabel: string;
  readonly readingHint: string;
  readonly nameMissing: string;
  readonly nowCalled: (name: string) => string;
  readonly nowRead: (reading: string) => string;
  readonly heldTitle: string;
  readonly heldHint: (placeholder: string) => string;
  readonly accept: (name: string) => string;
  readonly keep: (placeholder: string) => string;
  /** The same two on a row, short. */
  readonly acceptShort: string;
  readonly keepShort: string;
  readonly exclude: string;
  readonly excludeHint: string;
  readonly ban: string;
  readonly banHint: (photos: number) => string;
  readonly bannedTitle: (when: string) => string;
  readonly bannedHint: string;
  readonly unban: string;
  readonly photosTitle: string;
  readonly noPhotos: string;
  readonly showAll: (count: number) => string;
  readonly photosFailed: string;
  readonly photoStates: Readonly<Record<PhotoState, string>>;
  /** A thumbnail in words. */
  readonly photoOf: (name: string, when: string, state: string, points: string) => string;
  readonly noPicture: string;
  readonly decided: (host: string, when: string) => string;
  readonly gone: string;

  readonly done: Readonly<Record<GuestDeed, (name: string) => string>>;
  readonly undone: (name: string) => string;
  readonly undoRefused: string;
  readonly changed: string;
  readonly failed: string;
  readonly tryAgain: string;
}
