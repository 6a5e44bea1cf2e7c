import { mayFollow, type StageName, stageNames } from "#domain/stage";
import type { Remote } from "./use-remote.ts";
import { StageIcon } from "./stage-icon.tsx";
import { wishOf } from "./stage-moves.ts";
import { useRemoteWords } from "./use-remote-words.ts";

interface Props {
  readonly remote: Remote;
  /** Of a round. */
  readonly minutes: number;
}

/** One large button for each stage, in the order of an evening. */
export function StageButtons({ remote, minutes }: Props) {
  const words = useRemoteWords();
  return (
    <section className="stages" aria-labelledby="stages-title">
      <h2 id="stages-title">{words.choose}</h2>
      <ol className="stages__list">
        {stageNames.map((name, index) => (
          <li key={name}>
            <StageButton name={name} number={index + 1} minutes={minutes} remote={remote} />
          </li>
        ))}
      </ol>
      <p className="stages__note" id="stages-note">
        {words.revealFromFrozen}
      </p>
    </section>
  );
}

interface ButtonProps extends Props {
  readonly name: StageName;
  readonly number: number;
}

function StageButton({ name, number, minutes, remote: { stage, sending, press } }: ButtonProps) {
  const words = useRemoteWords();
  const target = wishOf(name, minutes);
  const isNow = stage.name === name;
  const isSending = sending.kind === "sending" && sending.target.name === name;
  // G11: only a replay can be pressed again.
  const isPossible = (!isNow || name === "replay") && mayFollow(stage, target);
  const isLocked = sending.kind !== "idle";
  return (
    <button
      type="button"
      className="stage"
      aria-pressed={isNow}
      aria-busy={isSending || undefined}
      // Not `disabled`: the focus stays where it is while a press is under way.
      aria-disabled={(!isNow && !isPossible) || isLocked || undefined}
      aria-describedby={isNow || isPossible ? undefined : "stages-note"}
      data-is-possible={isPossible || isNow}
      onClick={() => {
        if (isPossible && !isLocked) press(target);
      }}
    >
      <StageIcon name={name} />
      <span className="stage__name">{words.stages[name].name}</span>
      <kbd className="stage__key" aria-hidden="true">
        {number}
      </kbd>
    </button>
  );
}
