import { useEffect, useRef } from "react";
import { useSound } from "./sound.ts";

/** After the second place the room claps; then the drums begin, in ms. */
const ROLL_AFTER_MS = 2_500;

interface Reveal {
  /** The reveal's step, and how many of all its guests it shows. */
  readonly step: number;
  readonly seen: number;
  readonly all: number;
}

/** A drum at each place that is told, a roll before the winner, a fanfare with the winner; silent on the way back. */
export function useRevealSound({ step, seen, all }: Reveal): void {
  const { play, hush } = useSound();
  const before = useRef({ step, seen });
  useEffect(() => {
    const isTold = step > before.current.step && seen > before.current.seen;
    const isBack = step < before.current.step;
    before.current = { step, seen };
    if (isBack) hush();
    if (!isTold) return;
    play(seen === all ? "fanfare" : "place");
    if (seen !== all - 1) return;
    const timer = setTimeout(() => play("drum-roll"), ROLL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [step, seen, all, play, hush]);
  useEffect(() => hush, [hush]);
}
