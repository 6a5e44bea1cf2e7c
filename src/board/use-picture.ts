import { useEffect, useRef, useState } from "react";
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
 * The picture once it can be shown without a flash; until then the one before it, or `"loading"`. Null: there is
 * none, or it is broken (and tried again a few times).
 */
export function usePicture(picture: Picture | null): LoadedPicture | "loading" | null {
  const { loadImage } = useBoardBackend();
  const [loaded, setLoaded] = useState<LoadedPicture | "loading" | null>("loading");
  const newest = useRef(picture);
  useEffect(() => {
    newest.current = picture;
  });
  const url = picture?.url ?? null;

  useEffect(() => {
    if (url === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const attempt = async (tries: number) => {
      const size = await loadImage(url).catch(() => null);
      if (isOver) return;
      setLoaded(size === null ? null : { url, faces: newest.current?.faces ?? [], ...size });
      const waitMs = RETRIES_MS[tries];
      if (size === null && waitMs !== undefined) timer = setTimeout(() => void attempt(tries + 1), waitMs);
    };
    void attempt(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [url, loadImage]);

  if (picture === null || loaded === null || loaded === "loading") return picture === null ? null : loaded;
  return loaded.url === picture.url ? { ...loaded, faces: picture.faces } : loaded;
}
