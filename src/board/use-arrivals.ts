import { useMemo } from "react";
import type { BoardState } from "#domain/board";
import type { Strip } from "./arrivals.ts";
import { type ArrivedPhoto, usePhotos } from "./use-photos.ts";
import { useStrip } from "./use-strip.ts";

/** More than any screen shows side by side. */
const PRINTS = 12;

export interface Arrivals {
  /** All shown photos by id, newest first. */
  readonly photos: ReadonlyMap<string, ArrivedPhoto>;
  readonly strip: Strip;
}

/** The photos of the board and which of them have their time now. What comes after the first call is new. */
export function useArrivals(state: BoardState): Arrivals {
  const photos = usePhotos(state);
  const newestFirst = useMemo(() => [...photos.keys()], [photos]);
  return { photos, strip: useStrip(newestFirst, PRINTS) };
}
