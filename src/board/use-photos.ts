import { useMemo } from "react";
import { type BoardState, photosOf } from "#domain/board";

export type ArrivedPhoto = ReturnType<typeof photosOf>[number];

/** All shown photos by id, newest first; the same object while none has changed. */
export function usePhotos({ photos: heard }: BoardState): ReadonlyMap<string, ArrivedPhoto> {
  return useMemo(() => new Map(photosOf({ photos: heard }).map((photo) => [photo.photoId, photo])), [heard]);
}
