import { useEffect, useMemo, useState } from "react";
import { type BoardState, photosOf, type ShownPhoto } from "#domain/board";
import { useBoardBackend } from "./board-backend.ts";
import type { ArrivedPhoto } from "./use-photos.ts";

/** Between two pages, and between two times through all of them; the latter differs, so that screens do not ask at once. */
const PAGE_MS = 400;
const AGAIN_MS = 60_000;
const JITTER_MS = 30_000;
const none: ReadonlyMap<string, ShownPhoto> = new Map();

/**
 * All shown photos by id, newest first, also those that no snapshot holds: read page by page, again and again. B7: what the
 * board has heard of a photo goes before what a page said, so that nothing withdrawn comes back.
 */
export function useEveryPhoto(
  boardId: string,
  { photos: heard }: BoardState,
): ReadonlyMap<string, ArrivedPhoto> {
  const listed = useListedPhotos(boardId);
  return useMemo(() => {
    const unheard = [...listed].flatMap(([photoId, photo]) =>
      heard.has(photoId) || photo.image === null ? [] : [{ ...photo, image: photo.image }],
    );
    const all = [...photosOf({ photos: heard }), ...unheard];
    return new Map(all.toSorted((a, b) => b.sentAt - a.sentAt).map((photo) => [photo.photoId, photo]));
  }, [heard, listed]);
}

/** What the last time through all pages found; what the first time has found so far. */
function useListedPhotos(boardId: string): ReadonlyMap<string, ShownPhoto> {
  const { readPhotos } = useBoardBackend();
  const [listed, setListed] = useState(none);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    let isFirst = true;
    let found = new Map<string, ShownPhoto>();
    const readOn = async (nextToken: string | null): Promise<void> => {
      // Not to be had for the moment: what is known stays, and all is asked for again later.
      const page = await readPhotos(boardId, nextToken).catch(() => null);
      if (isOver) return;
      for (const photo of page?.photos ?? []) found.set(photo.photoId, photo);
      const isWhole = page !== null && page.nextToken === null;
      if (isFirst || isWhole) setListed(new Map(found));
      if (page !== null && page.nextToken !== null) {
        timer = setTimeout(() => void readOn(page.nextToken), PAGE_MS);
        return;
      }
      isFirst &&= !isWhole;
      found = new Map();
      timer = setTimeout(() => void readOn(null), AGAIN_MS + Math.random() * JITTER_MS);
    };
    void readOn(null);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [boardId, readPhotos]);
  return listed;
}
