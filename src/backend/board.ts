import type { BoardSnapshot } from "#domain/board";
import {
  BOARD_QUERY,
  ON_SHOWN_PHOTO,
  ON_STAGE,
  ON_STANDING,
  parseBoard,
  parseShownPhotos,
  SHOWN_PHOTOS_QUERY,
  type ShownPhotoPage,
  parsePhotoMessage,
  parseStageMessage,
  parseStandingMessage,
} from "./board-shapes.ts";
import type { BoardListener, BoardMessage } from "./board-source.ts";
import { connectBackend, request } from "./client.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { watchSource } from "./watch-source.ts";

/** What a board subscribes to. */
const TOPICS: readonly Topic<BoardMessage>[] = [
  {
    field: "onStanding",
    query: ON_STANDING,
    parse: (message) => ({ kind: "standing", row: parseStandingMessage(message) }),
  },
  {
    field: "onShownPhoto",
    query: ON_SHOWN_PHOTO,
    parse: (message) => ({ kind: "photo", row: parsePhotoMessage(message) }),
  },
  {
    field: "onStage",
    query: ON_STAGE,
    parse: (message) => ({ kind: "stage", ...parseStageMessage(message) }),
  },
];

/** The board as it is now; null when no event has this board. Rejects when the API cannot be reached or refuses. */
export async function readBoard(boardId: string): Promise<BoardSnapshot | null> {
  await connectBackend();
  return parseBoard(await request(BOARD_QUERY, { boardId }));
}

/** A page of all shown photos, newest first. Rejects when the API cannot be reached or refuses. */
export async function readShownPhotos(boardId: string, nextToken: string | null): Promise<ShownPhotoPage> {
  await connectBackend();
  return parseShownPhotos(await request(SHOWN_PHOTOS_QUERY, { boardId, nextToken }));
}

/** Follows a board until the returned function is called; see `BoardListener`. Never throws. */
export function watchBoard(boardId: string, listener: BoardListener): () => void {
  return watchSource(
    { read: () => readBoard(boardId), subscribe: (to) => subscribe(TOPICS, { boardId }, to) },
    listener,
  );
}
