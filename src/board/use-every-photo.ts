import { useEffect, useMemo, useState } from "react";
import type { BoardState } from "#domain/board";
import { everyPhotoOf, noneListed } from "#domain/every-photo";
import { useBoardBackend } from "./board-backend.ts";
import type { ArrivedPhoto } from "./use-photos.ts";
import { watchListedPhotos } from "./watch-listed-photos.ts";

/** All shown photos by id, newest first, also those that no snapshot holds. */
export function useEveryPhoto(boardId: string, state: BoardState): ReadonlyMap<string, ArrivedPhoto> {
  const { readPhotos } = useBoardBackend();
  const [listed, setListed] = useState(noneListed);
  useEffect(
    () => watchListedPhotos((nextToken) => readPhotos(boardId, nextToken), setListed),
    [boardId, readPhotos],
  );
  const { photos, askedAt } = state;
  return useMemo(() => {
    const all = everyPhotoOf({ photos, askedAt }, listed);
    return new Map(all.map((photo) => [photo.photoId, photo]));
  }, [photos, askedAt, listed]);
}
