import type { Remote } from "./use-remote.ts";
import { useEffect, useState } from "react";
import { countdownText } from "#domain/countdown";
import { useRemoteWords } from "./use-remote-words.ts";

/** As hosts time their shooting rounds. */
export const roundChoices = [3, 5, 10, 15] as const;

interface Props {
  readonly remote: Remote;
  readonly minutes: number;
  readonly onChoose: (minutes: number) => void;
}

/** G5: how long the next round lasts and, while one is on, what is left of it. */
export function RoundMinutes({ remote: { stage, sending, press }, minutes, onChoose }: Props) {
  const words = useRemoteWords();
  const isRound = stage.name === "round";
  return (
    <fieldset className="round-minutes">
      <legend>{words.roundLength}</legend>
      <div className="round-minutes__choices">
        {roundChoices.map((choice) => (
          <label key={choice} className="round-minutes__choice">
            <input
              type="radio"
              name="round-minutes"
              checked={choice === minutes}
              onChange={() => onChoose(choice)}
            />
            {words.minutes(choice)}
          </label>
        ))}
      </div>
      {isRound && <Left takesUntil={stage.takesUntil ?? 0} />}
      {isRound && (
        <button
          type="button"
          className="button button--plain"
          aria-disabled={sending.kind !== "idle" || undefined}
          onClick={() => {
            if (sending.kind === "idle") press({ name: "round", minutes });
          }}
        >
          {words.roundAgain(minutes)}
        </button>
      )}
    </fieldset>
  );
}

function Left({ takesUntil }: { readonly takesUntil: number }) {
  const words = useRemoteWords();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const leftMs = takesUntil - now;
  return (
    <p className="round-minutes__left" role="timer">
      {leftMs > 0 ? words.roundLeft(countdownText(leftMs)) : words.roundOver}
    </p>
  );
}
