import { createContext, useContext } from "react";
import type { BoardState, ShownPhoto } from "#domain/board";
import type { ImageSize } from "../ui/load-image.ts";

/** What the board needs from outside. */
export interface BoardBackend {
  /** Follows the board until the returned function is called. */
  readonly watch: (
    boardId: string,
    listener: {
      readonly onBoard: (state: BoardState) => void;
      readonly onUnknown: () => void;
      readonly onConnection: (isConnected: boolean) => void;
    },
  ) => () => void;
  /** A page of all shown photos, newest first; `nextToken` null: from the start, and in the answer: that was the last one. */
  readonly readPhotos: (
    boardId: string,
    nextToken: string | null,
  ) => Promise<{ readonly photos: readonly ShownPhoto[]; readonly nextToken: string | null }>;
  /** Opens the chat with the bot and the code already typed; null where nobody knows the bot's address. */
  readonly joinUrl: (joinCode: string) => string | null;
  readonly imageUrl: (image: string, copy: "display" | "thumbnail") => string;
  /** Rejects when the image is broken or gone. */
  readonly loadImage: (url: string) => Promise<ImageSize>;
}

const Context = createContext<BoardBackend | null>(null);

export const BoardBackendProvider = Context.Provider;

export function useBoardBackend(): BoardBackend {
  const backend = useContext(Context);
  if (backend === null) throw new Error("the board is rendered without its backend");
  return backend;
}
