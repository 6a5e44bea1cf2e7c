import type { AwardPhoto } from "#domain/awards";
import type { ScoringRules } from "#domain/scoring";
import type { HostStage } from "../../backend/host-event-shapes.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import type { StageOrder } from "../../backend/host-remote.ts";
import type { SettingsBackend } from "../events/events-backend.ts";

/** Who has a place, best first. */
export interface RankedName {
  readonly guestId: string;
  readonly displayName: string;
}

/** What the remote needs from outside. */
export interface RemoteBackend extends Pick<SettingsBackend, "watch"> {
  /** Rejects when nobody answered: the order may have been carried out, and is repeated as it is. */
  readonly setStage: (eventId: string, order: StageOrder) => Promise<HostStage | HostRefusal>;
  /** Rejects when nobody answered. */
  readonly readRanking: (boardId: string) => Promise<readonly RankedName[]>;
  /** W1: what side prizes are made of. Rejects when nobody answered. */
  readonly readAwardPhotos: (eventId: string, rules: ScoringRules) => Promise<readonly AwardPhoto[]>;
  /** How many photos are still being read. Rejects when nobody answered. */
  readonly readUnderway: () => Promise<number>;
  /** Follows the stage of the event's board. */
  readonly watchStage: (
    names: { readonly eventId: string; readonly boardId: string },
    listener: {
      readonly onStage: (stage: HostStage) => void;
      readonly onConnection: (isConnected: boolean) => void;
    },
  ) => { readonly read: () => void; readonly stop: () => void };
}
