import { useEffect, useRef, useState } from "react";
import { emptyWall, filledWall, nextWall, turnMs, type Wall, waitingFor } from "./wall.ts";

/** Keeps the wall moving. `newestFirst`: ids of all shown photos. */
export function useWall(newestFirst: readonly string[], size: number): Wall {
  const [wall, setWall] = useState(() => filledWall(emptyWall(size), newestFirst));
  const turnedAt = useRef<number | null>(null);
  const current = filledWall(wall, newestFirst);
  const waiting = waitingFor(current, newestFirst).length;
  useEffect(() => {
    turnedAt.current ??= Date.now();
    const restMs = Math.max(0, turnedAt.current + turnMs(waiting) - Date.now());
    const timer = setTimeout(() => {
      turnedAt.current = Date.now();
      setWall((known) => nextWall(known, newestFirst));
    }, restMs);
    return () => clearTimeout(timer);
  }, [newestFirst, waiting, wall]);
  return current;
}
