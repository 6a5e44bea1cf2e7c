import type { StageName } from "../stage.ts";

/** The page that steers what the room sees. */
export interface HostRemoteWords {
  readonly title: string;
  readonly now: string;
  readonly stages: Readonly<Record<StageName, { readonly name: string; readonly sees: string }>>;
  readonly choose: string;
  /** Of a reveal: before anybody is shown, at a place, at the winner. */
  readonly revealBegins: string;
  readonly atPlace: (place: number) => string;
  readonly atWinner: string;
  readonly forward: string;
  readonly back: string;
  readonly nextPlace: (place: number) => string;
  readonly nextWinner: string;
  readonly backToPlace: (place: number) => string;
  readonly backToBeginning: string;
  readonly afterWinner: string;
  readonly resume: (place: number) => string;
  readonly notNow: string;
  readonly revealFromFrozen: string;
  readonly sending: string;
  readonly stillSending: string;
  readonly stopSending: string;
  readonly stopped: string;
  readonly overtaken: string;
  readonly impossible: string;
  readonly gone: string;
  readonly keys: string;
  readonly preview: string;
  readonly showPreview: string;
  readonly hidePreview: string;
  readonly openBoard: string;
  readonly opensNewTab: string;
  readonly loading: string;
}
