import { useEffect, useState } from "react";
import type { BoardState } from "#domain/board";
import { useBoardBackend } from "./board-backend.ts";

/** Null state: not known yet, or no event has this board. */
export interface LiveBoard {
  readonly state: BoardState | null;
  readonly isConnected: boolean;
}

/** Follows the board; a state that was once known stays while the connection is lost. */
export function useBoard(boardId: string): LiveBoard {
  const { watch } = useBoardBackend();
  const [state, setState] = useState<BoardState | null>(null);
  const [isConnected, setConnected] = useState(false);
  useEffect(
    () =>
      watch(boardId, {
        onBoard: setState,
        onUnknown: () => setState(null),
        onConnection: setConnected,
      }),
    [watch, boardId],
  );
  return { state, isConnected };
}
