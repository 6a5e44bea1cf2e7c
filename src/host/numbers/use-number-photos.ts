import { useEffect, useState } from "react";
import type { NumbersPhoto } from "#domain/numbers-photo";
import type { NumbersBackend } from "./numbers-backend.ts";

/** What is known of an event's photos. */
export interface NumberPhotos {
  readonly photos: readonly NumbersPhoto[];
  /** Every photo was read at least once. */
  readonly isWhole: boolean;
  readonly isConnected: boolean;
}

const nothing: NumberPhotos = { photos: [], isWhole: false, isConnected: true };

/** Counting ten thousand photos takes a moment: in a storm of news they are counted less often. */
const gatherMs = (photos: number): number => (photos > 2_000 ? 2_000 : 300);

/** Follows the photos of one event. */
export function useNumberPhotos(
  eventId: string,
  { watchPhotos }: Pick<NumbersBackend, "watchPhotos">,
): NumberPhotos {
  const [known, setKnown] = useState(nothing);
  useEffect(() => {
    let latest: readonly NumbersPhoto[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      setKnown((before) => ({ ...before, photos: latest }));
    };
    const stop = watchPhotos(eventId, {
      onPhotos: (photos) => {
        latest = photos;
        timer ??= setTimeout(flush, gatherMs(photos.length));
      },
      onWhole: () => {
        flush();
        setKnown((before) => (before.isWhole ? before : { ...before, isWhole: true }));
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
