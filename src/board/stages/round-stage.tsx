import { countdownText } from "#domain/countdown";
import { type BoardState, type Stage, totalsOf } from "#domain/board";
import type { BoardWords } from "#domain/words/board";
import { BoardHeader } from "../board-header.tsx";
import { useRoundSound } from "../sound/use-round-sound.ts";
import { Climbers } from "./climbers.tsx";
import { useServerClock } from "./use-server-clock.ts";

/** From here on every second counts, and only seconds are told. */
const HURRY_MS = 10_000;

interface Props {
  readonly state: BoardState;
  readonly stage: Stage;
  readonly words: BoardWords;
}

/** G5: the time that is left to send photos, and who leads meanwhile. */
export function RoundStage({ state, stage, words }: Props) {
  const now = useServerClock(stage);
  const leftMs = Math.max(0, (stage.takesUntil ?? now) - now);
  const hurries = leftMs > 0 && leftMs <= HURRY_MS;
  const totals = totalsOf(state);
  useRoundSound(leftMs);
  return (
    <div className="live live--round">
      <BoardHeader title={state.head?.title ?? ""} heading={words.ranking} totals={totals} words={words} />
      <section className="round" data-is-over={leftMs === 0} data-hurries={hurries}>
        <h2 className="round__title">{leftMs === 0 ? words.roundOver : words.roundTitle}</h2>
        <p className="round__clock" role="timer">
          {hurries ? Math.ceil(leftMs / 1_000) : countdownText(leftMs)}
        </p>
        <p className="round__hint">{leftMs === 0 ? words.roundOverHint : words.roundHint}</p>
      </section>
      <Climbers state={state} words={words} />
    </div>
  );
}
