import { useEffect, useRef, useState } from "react";
import {
  emptyWall,
  filledWall,
  isAnyWaiting,
  type NewestFirst,
  nextWall,
  turnMs,
  type Wall,
} from "./wall.ts";

/** Keeps the wall moving. */
export function useWall(photos: NewestFirst, size: number): Wall {
  const [wall, setWall] = useState(() => filledWall(emptyWall(size), photos));
  const turnedAt = useRef<number | null>(null);
  const current = filledWall(wall, photos);
  const isWaiting = isAnyWaiting(current, photos);
  useEffect(() => {
    turnedAt.current ??= Date.now();
    const restMs = Math.max(0, turnedAt.current + turnMs(isWaiting) - Date.now());
    const timer = setTimeout(() => {
      turnedAt.current = Date.now();
      setWall((known) => nextWall(known, photos));
    }, restMs);
    return () => clearTimeout(timer);
  }, [photos, isWaiting, wall]);
  return current;
}
