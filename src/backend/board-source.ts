import type { BoardSnapshot, BoardState, ShownPhoto, ShownStanding } from "#domain/board";

/** What a screen learns about its board. */
export interface BoardListener {
  /** Called with every change once the board is known. */
  readonly onBoard: (state: BoardState) => void;
  /** No event has this board (any more); it is asked for again every few seconds. */
  readonly onUnknown: () => void;
  /** Whether messages arrive and reads succeed. For the operator only. */
  readonly onConnection: (isConnected: boolean) => void;
}

/** What a running subscription to a board reports. */
export interface BoardMessages {
  readonly onStanding: (standing: ShownStanding) => void;
  readonly onPhoto: (photo: ShownPhoto) => void;
  /** A message arrived that could not be read. */
  readonly onUnreadable: () => void;
  /** From here on no message is missed, until `onConnection(false)`. */
  readonly onAck: () => void;
  readonly onConnection: (isLive: boolean) => void;
  /** The subscription is over. */
  readonly onError: () => void;
}

/** Where a board comes from. */
export interface BoardSource {
  /** Null: no event has this board. Rejects when the API cannot be reached or refuses. */
  readonly read: () => Promise<BoardSnapshot | null>;
  /** The returned function ends the subscription. */
  readonly subscribe: (to: BoardMessages) => () => void;
}
