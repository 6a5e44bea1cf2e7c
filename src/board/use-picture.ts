import { useEffect, useState } from "react";
import type { Box } from "#domain/face";
import type { ImageSize } from "../ui/load-image.ts";
import { useBoardBackend } from "./board-backend.ts";

/** A picture to show: where it is and where the faces are, as far as known. */
export interface Picture {
  readonly url: string;
  readonly faces: readonly Box[];
}

export type LoadedPicture = Picture & ImageSize;

/** A copy on the CDN can be a moment later than the message about it; ms between the tries. */
const RETRIES_MS = [2_000, 8_000, 30_000];

/**
 * The picture once it can be shown without a flash; until then the one before it. Null: there is none, or it is
 * broken (and tried again a few times).
 */
export function usePicture(picture: Picture | null): LoadedPicture | null {
  const { loadImage } = useBoardBackend();
  const [loaded, setLoaded] = useState<LoadedPicture | null>(null);
  const url = picture?.url ?? null;

  useEffect(() => {
    if (picture === null || picture.url === loaded?.url) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const attempt = async (tries: number) => {
      const size = await loadImage(picture.url).catch(() => null);
      if (isOver) return;
      setLoaded(size === null ? null : { ...picture, ...size });
      const waitMs = RETRIES_MS[tries];
      if (size === null && waitMs !== undefined) timer = setTimeout(() => void attempt(tries + 1), waitMs);
    };
    void attempt(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
    // The faces alone start no new fetch.
  }, [url, loadImage]);

  if (picture === null || loaded === null) return null;
  return loaded.url === picture.url ? { ...loaded, faces: picture.faces } : loaded;
}
