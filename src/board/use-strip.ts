import { useEffect, useRef, useState } from "react";
import { dwellMs, firstStrip, nextStrip, type Strip, waitingPhotos, withoutGone } from "./arrivals.ts";

/** Keeps the strip of photos moving. `newestFirst`: ids of all shown photos. */
export function useStrip(newestFirst: readonly string[], size: number): Strip {
  const [strip, setStrip] = useState(() => firstStrip(newestFirst, size));
  const [openedAt] = useState(() => Date.now());
  const steppedAt = useRef(openedAt);
  const current = withoutGone(strip, newestFirst);
  const waiting = waitingPhotos(current, newestFirst).length;

  useEffect(() => {
    const restMs = Math.max(0, steppedAt.current + dwellMs(waiting) - Date.now());
    const timer = setTimeout(() => {
      steppedAt.current = Date.now();
      setStrip((known) => nextStrip(known, newestFirst, size, Date.now()));
    }, restMs);
    return () => clearTimeout(timer);
  }, [newestFirst, size, waiting, strip]);

  return current;
}
