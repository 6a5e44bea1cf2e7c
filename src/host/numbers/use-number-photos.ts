import { startTransition, useEffect, useState } from "react";
import type { NumbersPhoto } from "#domain/numbers-photo";
import type { NumbersBackend } from "./numbers-backend.ts";

/** What is known of an event's photos. */
export interface NumberPhotos {
  readonly photos: readonly NumbersPhoto[];
  /** Every photo was read at least once. */
  readonly isWhole: boolean;
  readonly isConnected: boolean;
}

/** A large event comes in many pages. */
const GATHER_MS = 100;

const nothing: NumberPhotos = { photos: [], isWhole: false, isConnected: true };

/** Counting and drawing take a moment: in a storm of news it is done less often, of ten thousand photos still less. */
const restMs = (photos: number): number => (photos > 2_000 ? 3_000 : 1_000);

/** Follows the photos of one event. */
export function useNumberPhotos(
  eventId: string,
  { watchPhotos }: Pick<NumbersBackend, "watchPhotos">,
): NumberPhotos {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    let latest: readonly NumbersPhoto[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let restUntil = 0;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      restUntil = Date.now() + restMs(latest.length);
      const photos = latest;
      // Whoever scrolls or opens a table goes first.
      startTransition(() => setKnown((before) => ({ ...before, photos })));
    };
    const stop = watchPhotos(eventId, {
      onPhotos: (photos) => {
        latest = photos;
        timer ??= setTimeout(flush, Math.max(GATHER_MS, restUntil - Date.now()));
      },
      onWhole: () => {
        flush();
        startTransition(() => setKnown((before) => (before.isWhole ? before : { ...before, isWhole: true })));
      },
      onConnection: (isConnected) => setKnown((before) => ({ ...before, isConnected })),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [eventId, watchPhotos]);
  return known;
}
