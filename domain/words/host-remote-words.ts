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
  /** Of a round. */
  readonly roundLength: string;
  readonly minutes: (count: number) => string;
  readonly roundLeft: (clock: string) => string;
  readonly roundOver: string;
  readonly roundAgain: (minutes: number) => string;
  readonly turns: string;
  readonly turnsHint: string;
  /** How many photos are still being read. */
  readonly underway: (photos: number) => string;
  readonly allRead: string;
  /** Of a reveal: who is called, and who is passed over. */
  readonly resultTitle: string;
  readonly resultHint: string;
  readonly passOver: string;
  readonly passOverWhom: (name: string) => string;
  readonly passedOver: string;
  readonly callAgain: string;
  readonly preview: string;
  readonly showPreview: string;
  readonly hidePreview: string;
  readonly openBoard: string;
  readonly opensNewTab: string;
  readonly loading: string;
}
