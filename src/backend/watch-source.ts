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
  let newestVersion = 0;
  const isBehind = () => state.head !== null && state.head.eventVersion < newestVersion;
  const change = (next: BoardState) => {
    if (next === state) return;
    state = next;
    if (state.head !== null) listener.onBoard(state);
  };
  const { read, stop } = watchLive(source, {
    onRead: (snapshot, askedAt) => {
      if (snapshot === null) {
        // Back from the archive, nothing withdrawn comes back with it.
        state = { ...state, head: null };
        listener.onUnknown();
        return "soon";
      }
      change(readSnapshot(state, snapshot, askedAt));
      return isBehind() ? "soon" : "known";
    },
    onHeard: (messages, now) => {
      for (const message of messages)
        if (message.kind === "stage") newestVersion = Math.max(newestVersion, message.eventVersion);
      change(heard(state, messages, now));
      if (isBehind()) read();
    },
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
