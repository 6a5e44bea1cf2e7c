import { useEffect, useRef } from "react";
import { useSound } from "./sound.ts";

/** From so many seconds before its end on, a round is heard; the very last ones more clearly. */
const SECONDS = 5;
const LAST_SECONDS = 3;

/** The last seconds of a round and its end, as they pass. */
export function useRoundSound(leftMs: number): void {
  const { play } = useSound();
  const seconds = Math.ceil(leftMs / 1_000);
  const before = useRef(seconds);
  useEffect(() => {
    const hasPassed = seconds < before.current;
    before.current = seconds;
    if (!hasPassed) return;
    if (seconds === 0) play("time-up");
    else if (seconds <= SECONDS) play(seconds <= LAST_SECONDS ? "last-tick" : "tick");
  }, [seconds, play]);
}
