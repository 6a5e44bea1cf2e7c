import { revealedOf } from "#domain/reveal";
import { WINNER_STEP } from "#domain/stage";
import type { HostScriptWords } from "#domain/words/host-script-words";
import type { HostEvent, HostStage } from "../../backend/host-event-shapes.ts";
import type { ResultBackend, ScoredName } from "../result/result-backend.ts";
import { useReadings } from "../result/use-readings.ts";
import { CalledName } from "./called-name.tsx";
import { Lines } from "./lines.tsx";
import { NextCue } from "./next-cue.tsx";
import { useScriptWords } from "./use-script-words.ts";

interface Props {
  readonly event: HostEvent;
  readonly stage: HostStage;
  readonly ranking: readonly ScoredName[];
  readonly backend: ResultBackend;
}

/** G3, G6, G7: the name that the screens show now, and none that they do not show yet. */
export function RevealNow({ event, stage, ranking, backend }: Props) {
  const { reveal } = useScriptWords();
  const step = stage.step ?? 0;
  const rows = revealedOf(ranking, stage);
  const readings = useReadings(
    backend,
    event,
    rows.map(({ guestId }) => guestId),
  );
  const called = step === 0 ? undefined : rows[WINNER_STEP - step];
  const next = rows[WINNER_STEP - step - 1] ?? rows.at(-1);
  if (called === undefined) {
    return (
      <>
        <div className="lines">
          {next === undefined ? <p>{reveal.nobody}</p> : <Lines lines={reveal.opening(next.place)} />}
        </div>
        <NextCue>{cueOf(reveal, rows.length === 1 ? "winner" : "first", next?.place ?? 1)}</NextCue>
      </>
    );
  }
  const isWinner = step === WINNER_STEP;
  const isTied = rows.filter(({ place }) => place === called.place).length > 1;
  const score = called.score.toFixed(1);
  return (
    <>
      <div className="lines" key={called.guestId}>
        <Lines lines={isWinner ? reveal.beforeWinner(isTied) : reveal.before(called.place, isTied)} />
        <CalledName
          place={isWinner ? reveal.winner : reveal.place(called.place)}
          name={called.displayName}
          reading={readings.get(called.guestId)}
        />
        <Lines lines={isWinner ? reveal.afterWinner(score) : reveal.after(called.place, score)} />
      </div>
      <NextCue>{cueOf(reveal, afterStep(step), next?.place ?? 1)}</NextCue>
    </>
  );
}

type Next = "first" | "next" | "winner" | "end";

function afterStep(step: number): Next {
  if (step === WINNER_STEP) return "end";
  return step === WINNER_STEP - 1 ? "winner" : "next";
}

function cueOf(reveal: HostScriptWords["reveal"], next: Next, place: number): string {
  switch (next) {
    case "first":
      return reveal.cueFirst(place);
    case "next":
      return reveal.cueNext(place);
    case "winner":
      return reveal.cueWinner;
    case "end":
      return reveal.cueEnd;
  }
}

const SOME_SCORE = "◯◯";

/** How a reveal goes, without any name. */
export function RevealAhead() {
  const { reveal } = useScriptWords();
  const name = { name: reveal.someName, reading: "◯◯ ◯◯" };
  return (
    <>
      <div className="lines">
        <Lines lines={reveal.opening(WINNER_STEP)} />
        <Lines lines={reveal.before(WINNER_STEP, false)} />
        <CalledName place={reveal.place(WINNER_STEP)} {...name} />
        <Lines lines={reveal.after(WINNER_STEP, SOME_SCORE)} />
        <p className="line line--do">{reveal.cueWinner}</p>
        <Lines lines={reveal.beforeWinner(false)} />
        <CalledName place={reveal.winner} {...name} />
        <Lines lines={reveal.afterWinner(SOME_SCORE)} />
      </div>
      <NextCue>{reveal.cueEnd}</NextCue>
    </>
  );
}
