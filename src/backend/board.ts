import { CONNECTION_STATE_CHANGE, ConnectionState } from "aws-amplify/api";
import { Hub } from "aws-amplify/utils";
import type { BoardSnapshot } from "#domain/board";
import {
  BOARD_QUERY,
  ON_SHOWN_PHOTO,
  ON_STANDING,
  parseBoard,
  parsePhotoMessage,
  parseStandingMessage,
} from "./board-shapes.ts";
import type { BoardListener, BoardMessages } from "./board-source.ts";
import { connectBackend, listen, request } from "./client.ts";
import { isRecord } from "./parse.ts";
import { watchSource } from "./watch-source.ts";

const LIVE: readonly string[] = [
  ConnectionState.Connected,
  ConnectionState.ConnectedPendingDisconnect,
  ConnectionState.ConnectedPendingKeepAlive,
  ConnectionState.ConnectedPendingNetwork,
];

/** What a board subscribes to. */
const FIELDS: readonly string[] = ["onStanding", "onShownPhoto"];

/** The board as it is now; null when no event has this board. Rejects when the API cannot be reached or refuses. */
export async function readBoard(boardId: string): Promise<BoardSnapshot | null> {
  await connectBackend();
  return parseBoard(await request(BOARD_QUERY, { boardId }));
}

/** Follows a board until the returned function is called; see `BoardListener`. Never throws. */
export function watchBoard(boardId: string, listener: BoardListener): () => void {
  return watchSource(
    { read: () => readBoard(boardId), subscribe: (to) => subscribeBoard(boardId, to) },
    listener,
  );
}

function subscribeBoard(boardId: string, to: BoardMessages): () => void {
  let stops: (() => void)[] = [];
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    for (const end of stops) end();
    stops = [];
  };
  connectBackend().then(
    () => {
      if (isStopped) return;
      stops = [
        followConnection(boardId, to),
        listen(ON_STANDING, { boardId }, reading(parseStandingMessage, to.onStanding, to)),
        listen(ON_SHOWN_PHOTO, { boardId }, reading(parsePhotoMessage, to.onPhoto, to)),
      ];
    },
    () => to.onError(),
  );
  return stop;
}

function reading<T>(parse: (message: unknown) => T, tell: (row: T) => void, to: BoardMessages) {
  const onMessage = (message: unknown) => {
    let row: T;
    try {
      row = parse(message);
    } catch (error) {
      console.warn("unreadable message", error);
      to.onUnreadable();
      return;
    }
    tell(row);
  };
  return { onMessage, onError: () => to.onError() };
}

/**
 * Amplify tells on its Hub what the socket does; an ack names the subscription's query and variables. The board is live
 * with both subscriptions: one may be refused while the other runs.
 */
function followConnection(boardId: string, to: BoardMessages): () => void {
  const acknowledged = new Set<string>();
  const isWhole = () => acknowledged.size === FIELDS.length;
  return Hub.listen("api", ({ payload }) => {
    const told: unknown = payload.data;
    if (!isRecord(told)) return;
    if (payload.event === CONNECTION_STATE_CHANGE) {
      const isLive = LIVE.includes(String(told.connectionState));
      if (!isLive || isWhole()) to.onConnection(isLive);
      return;
    }
    const isOurs = isRecord(told.variables) && told.variables.boardId === boardId;
    if (payload.event !== "Subscription ack" || !isOurs) return;
    for (const field of FIELDS) if (String(told.query).includes(field)) acknowledged.add(field);
    if (isWhole()) to.onAck();
  });
}
