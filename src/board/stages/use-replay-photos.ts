import { useState } from "react";
import type { BoardState } from "#domain/board";
import type { EveryPhoto } from "#domain/every-photo";
import { useEveryPhoto } from "../use-every-photo.ts";

/** The minute runs while the pages are read: no pause between them. */
const PAGE_MS = 0;

interface ReplayPhotos {
  readonly photos: EveryPhoto;
  /** How often photos were taken away meanwhile. */
  readonly losses: number;
}

/** G12: all shown photos, read as quickly as can be. */
export function useReplayPhotos(boardId: string, state: BoardState): ReplayPhotos {
  const photos = useEveryPhoto(boardId, state, PAGE_MS);
  const [known, setKnown] = useState<ReplayPhotos>({ photos, losses: 0 });
  if (known.photos === photos) return known;
  const isLess = [...known.photos.keys()].some((photoId) => !photos.has(photoId));
  const now = { photos, losses: known.losses + (isLess ? 1 : 0) };
  setKnown(now);
  return now;
}
