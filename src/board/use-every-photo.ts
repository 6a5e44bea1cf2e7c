import { useEffect, useMemo, useState } from "react";
import type { BoardState } from "#domain/board";
import { EveryPhoto, inOrder, noneListed } from "#domain/every-photo";
import { useBoardBackend } from "./board-backend.ts";
import { watchListedPhotos } from "./watch-listed-photos.ts";

/** All shown photos, also those that no snapshot holds; the same object while none has changed. `pageMs`: between two pages. */
export function useEveryPhoto(boardId: string, state: BoardState, pageMs?: number): EveryPhoto {
  const { readPhotos } = useBoardBackend();
  const [listed, setListed] = useState(noneListed);
  useEffect(
    () => watchListedPhotos((nextToken) => readPhotos(boardId, nextToken), setListed, pageMs),
    [boardId, readPhotos, pageMs],
  );
  const { photos, askedAt } = state;
  const listedInOrder = useMemo(() => inOrder(listed), [listed]);
  return useMemo(
    () => new EveryPhoto({ photos, askedAt }, listed, listedInOrder),
    [photos, askedAt, listed, listedInOrder],
  );
}
