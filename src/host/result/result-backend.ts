import type { HostGuest } from "../../backend/host-guest.ts";
import type { SettingsBackend } from "../events/events-backend.ts";
import type { RankedName, RemoteBackend } from "../remote/remote-backend.ts";

export interface ScoredName extends RankedName {
  readonly score: number;
}

/** What pages that tell the result need from outside. */
export interface ResultBackend extends Pick<SettingsBackend, "watch">, Pick<RemoteBackend, "watchStage"> {
  /** Who has a place now, best first. Rejects when nobody answered. */
  readonly readRanking: (boardId: string) => Promise<readonly ScoredName[]>;
  /** Null: there is no such guest. Rejects when nobody answered. */
  readonly readGuest: (eventId: string, guestId: string) => Promise<Pick<HostGuest, "reading"> | null>;
}
