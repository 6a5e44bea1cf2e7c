import { useEffect, useRef, useState } from "react";
import type { BoardState } from "#domain/board";
import { hasRoomForHighScore, type HighScores, nextHighScore } from "#domain/high-score";
import { useBoardBackend } from "../board-backend.ts";
import { type ArrivedPhoto, usePhotos } from "../use-photos.ts";

/** How long the moment of a new high score lasts, and from the beginning of one to that of the next, in ms. */
export const SPOTLIGHT_MS = 6_000;
export const SPOTLIGHT_EVERY_MS = 20_000;
/** A copy on the CDN can be a moment later than the message about it: tried again so often, after so many ms. */
const RETRIES = 2;
const RETRY_MS = 2_000;

/** B9: the photo whose moment it is; null: nobody's. Its picture is there by then. */
export function useSpotlight(state: BoardState, isOn: boolean): ArrivedPhoto | null {
  const { loadImage, imageUrl } = useBoardBackend();
  const photos = usePhotos(state);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const known = useRef<HighScores | null>(null);
  const nextAt = useRef(Number.NEGATIVE_INFINITY);
  const mayBegin = isOn && hasRoomForHighScore(state.stage?.name ?? "ranking");

  useEffect(() => {
    const next = nextHighScore(known.current, state);
    known.current = next.known;
    if (next.photoId !== null) setWaiting(next.photoId);
  }, [state]);

  const image = waiting === null ? undefined : photos.get(waiting)?.image;
  // What came while nothing could be told, or was withdrawn meanwhile, is not told later.
  if (waiting !== null && (!mayBegin || image === undefined)) setWaiting(null);
  if (lit !== null && !mayBegin) setLit(null);

  useEffect(() => {
    if (waiting === null || image === undefined) return;
    let isOver = false;
    const begin = async (retries: number) => {
      const isThere = await loadImage(imageUrl(image, "display")).then(
        () => true,
        () => false,
      );
      if (isOver) return;
      if (!isThere && retries > 0) {
        timer = setTimeout(() => void begin(retries - 1), RETRY_MS);
        return;
      }
      setWaiting(null);
      // A broken picture has no moment.
      if (!isThere) return;
      nextAt.current = Date.now() + SPOTLIGHT_EVERY_MS;
      setLit(waiting);
    };
    let timer = setTimeout(() => void begin(RETRIES), Math.max(0, nextAt.current - Date.now()));
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [waiting, image, loadImage, imageUrl]);

  useEffect(() => {
    if (lit === null) return;
    const timer = setTimeout(() => setLit(null), SPOTLIGHT_MS);
    return () => clearTimeout(timer);
  }, [lit]);

  // B7: withdrawn, it is gone at once.
  return mayBegin && lit !== null ? (photos.get(lit) ?? null) : null;
}
