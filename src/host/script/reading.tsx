import type { StageName } from "#domain/stage";
import type { HostEvent, HostStage } from "../../backend/host-event-shapes.ts";
import type { ResultBackend } from "../result/result-backend.ts";
import { useRanking } from "../result/use-ranking.ts";
import { Lines } from "./lines.tsx";
import { NextCue } from "./next-cue.tsx";
import { RevealAhead, RevealNow } from "./reveal-reading.tsx";
import { RoundClock } from "./round-clock.tsx";
import { useScriptWords } from "./use-script-words.ts";

interface Props {
  readonly event: HostEvent;
  /** On the screens. */
  readonly stage: HostStage;
  /** What is read. */
  readonly shown: StageName;
  readonly backend: ResultBackend;
}

/** What is said at a stage, and what comes then. */
export function Reading({ event, stage, shown, backend }: Props) {
  const words = useScriptWords();
  // Also before the reveal: its first name must not wait for an answer.
  const ranking = useRanking(backend, event, stage);
  if (shown === "reveal") {
    if (stage.name !== "reveal") return <RevealAhead />;
    if (ranking === null) return <p className="script__wait">{words.loading}</p>;
    return <RevealNow event={event} stage={stage} ranking={ranking} backend={backend} />;
  }
  const { lines, cue } = words.stages[shown];
  return (
    <>
      <div className="lines">
        {shown === "round" && stage.name === "round" && <RoundClock takesUntil={stage.takesUntil ?? 0} />}
        <Lines lines={lines(event.title)} />
      </div>
      <NextCue>{cue}</NextCue>
    </>
  );
}
