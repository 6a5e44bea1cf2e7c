import { useMemo } from "react";
import type { BoardState } from "#domain/board";
import { type Strip, upNext } from "./arrivals.ts";
import { type ArrivedPhoto, usePhotos } from "./use-photos.ts";
import { useStrip } from "./use-strip.ts";

/** More than any screen shows side by side. */
const PRINTS = 12;
/** So many are there before their time comes, for a while without a network. */
const AHEAD = 12;

export interface Arrivals {
  /** All shown photos by id, newest first. */
  readonly photos: ReadonlyMap<string, ArrivedPhoto>;
  readonly strip: Strip;
  /** Ids of those whose time comes next. */
  readonly upNext: readonly string[];
}

/** The photos of the board and which of them have their time now. What comes after the first call is new. */
export function useArrivals(state: BoardState): Arrivals {
  const photos = usePhotos(state);
  const newestFirst = useMemo(() => [...photos.keys()], [photos]);
  const strip = useStrip(newestFirst, PRINTS);
  return { photos, strip, upNext: upNext(strip, newestFirst, AHEAD) };
}
