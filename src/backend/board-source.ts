import type { BoardSnapshot, BoardState, ShownPhoto, ShownStanding, Stage } from "#domain/board";
import type { LiveSource } from "./live-source.ts";

/** What a screen learns about its board. */
export interface BoardListener {
  /** Called with every change once the board is known. */
  readonly onBoard: (state: BoardState) => void;
  /** No event has this board (any more); it is asked for again every few seconds. */
  readonly onUnknown: () => void;
  /** Whether messages arrive and reads succeed. For the operator only. */
  readonly onConnection: (isConnected: boolean) => void;
}

/** What a subscription to a board tells. */
export type BoardMessage =
  | { readonly kind: "standing"; readonly row: ShownStanding }
  | { readonly kind: "photo"; readonly row: ShownPhoto }
  /** `eventVersion`: of the event's settings as they are now. */
  | { readonly kind: "stage"; readonly stage: Stage; readonly eventVersion: number };

/** Where a board comes from. The snapshot is null when no event has this board. */
export type BoardSource = LiveSource<BoardSnapshot | null, BoardMessage>;
