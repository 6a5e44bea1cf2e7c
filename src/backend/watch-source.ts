import {
  type BoardState,
  emptyBoard,
  hearPhotos,
  hearStage,
  hearStandings,
  readSnapshot,
} from "#domain/board";
import type { BoardListener, BoardMessage, BoardSource } from "./board-source.ts";
import { watchLive } from "./watch-live.ts";

/** Keeps a board's state by subscription and snapshots. The returned function ends it. */
export function watchSource(source: BoardSource, listener: BoardListener): () => void {
  let state: BoardState = emptyBoard;
  const change = (next: BoardState) => {
    if (next === state) return;
    state = next;
    if (state.head !== null) listener.onBoard(state);
  };
  const { stop } = watchLive(source, {
    onRead: (snapshot, askedAt) => {
      if (snapshot === null) {
        state = emptyBoard;
        listener.onUnknown();
        return "soon";
      }
      change(readSnapshot(state, snapshot, askedAt));
      return "known";
    },
    onHeard: (messages, now) => change(heard(state, messages, now)),
    onConnection: listener.onConnection,
  });
  return stop;
}

function heard(state: BoardState, messages: readonly BoardMessage[], now: number): BoardState {
  const standings = messages.flatMap((message) => (message.kind === "standing" ? [message.row] : []));
  const photos = messages.flatMap((message) => (message.kind === "photo" ? [message.row] : []));
  const stages = messages.flatMap((message) => (message.kind === "stage" ? [message.stage] : []));
  return stages.reduce(hearStage, hearPhotos(hearStandings(state, standings, now), photos, now));
}
