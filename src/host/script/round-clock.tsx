import { countdownText } from "#domain/countdown";
import { useNow } from "../events/use-now.ts";
import { useScriptWords } from "./use-script-words.ts";

const MINUTE_MS = 60_000;

/** G5: what is left of a round, and what is said near its end. */
export function RoundClock({ takesUntil }: { readonly takesUntil: number }) {
  const words = useScriptWords();
  const leftMs = takesUntil - useNow(500);
  return (
    <>
      {leftMs > 0 && (
        <p className="clock" role="timer">
          {words.timeLeft(countdownText(leftMs))}
        </p>
      )}
      {leftMs <= MINUTE_MS && (
        <p className="line line--say line--urgent">{leftMs > 0 ? words.lastMinute : words.timeUp}</p>
      )}
    </>
  );
}
