import { useId } from "react";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import { Button } from "../../ui/button.tsx";
import { RehearsalLinks } from "./rehearsal-links.tsx";
import { useRehearsalWords } from "./use-rehearsal-words.ts";
import "../../ui/progress.css";

interface Props {
  readonly told: HostRehearsal;
  readonly busy: boolean;
  readonly onWipe: () => void;
}

/** How far a rehearsal is. */
export function RehearsalRun({ told, busy, onWipe }: Props) {
  const { words, inWords } = useRehearsalWords();
  const titleId = useId();
  const { phase, guests, photos, minutes, sentSoFar } = told;
  return (
    <section className="rehearsal__card" aria-labelledby={titleId}>
      <h2 id={titleId} aria-live="polite">
        {words.running[phase]}
      </h2>
      <p className="rehearsal__note">{words.sizeOf(inWords(guests), inWords(photos), inWords(minutes))}</p>
      {/* Only sending has a measure: otherwise the bar says that something goes on, not how far. */}
      <progress
        className="progress"
        aria-labelledby={titleId}
        {...(phase === "sending" && { max: photos, value: Math.min(sentSoFar, photos) })}
      />
      {phase !== "drawing" && (
        <p className="rehearsal__figure">{words.sentOf(inWords(sentSoFar), inWords(photos))}</p>
      )}
      <p className="rehearsal__note">{words.runningHints[phase]}</p>
      <div className="rehearsal__foot">
        <RehearsalLinks told={told} />
        <Button kind="quiet" busy={busy} onClick={onWipe}>
          {words.stop}
        </Button>
      </div>
    </section>
  );
}
