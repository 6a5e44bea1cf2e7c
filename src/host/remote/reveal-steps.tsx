import { placeOfStep, type StageMark, WINNER_STEP } from "#domain/stage";
import { Icon } from "../../ui/icon.tsx";
import { backInWords, backOf, forwardInWords, forwardOf, resumeOf } from "./stage-moves.ts";
import type { Remote } from "./use-remote.ts";
import { useRemoteWords } from "./use-remote-words.ts";

/** Step by step through the results: a large way forward, a smaller one back. */
export function RevealSteps({ remote }: { readonly remote: Remote }) {
  const { stage, leftAt } = remote;
  const words = useRemoteWords();
  const resume = resumeOf(stage, leftAt);
  if (resume !== undefined) {
    const place = placeOfStep(resume.step ?? 0) ?? 1;
    return (
      <div className="steps">
        <StepButton remote={remote} target={resume} kind="resume" lead={words.resume(place)} />
      </div>
    );
  }
  if (stage.name !== "reveal") return null;
  const forward = forwardOf(stage);
  const back = backOf(stage);
  return (
    <div className="steps">
      <ol className="steps__trail" aria-hidden="true">
        {Array.from({ length: WINNER_STEP }, (_, index) => (
          <li key={index} data-is-shown={index < (stage.step ?? 0)}>
            {placeOfStep(index + 1)}
          </li>
        ))}
      </ol>
      {forward === undefined ? (
        <p className="steps__end">{words.afterWinner}</p>
      ) : (
        <StepButton
          remote={remote}
          target={forward}
          kind="forward"
          lead={words.forward}
          rest={forwardInWords(forward.step ?? 0, words)}
        />
      )}
      {back !== undefined && (
        <StepButton
          remote={remote}
          target={back}
          kind="back"
          lead={words.back}
          rest={backInWords(back.step ?? 0, words)}
        />
      )}
    </div>
  );
}

interface StepProps {
  readonly remote: Remote;
  readonly target: StageMark;
  readonly kind: "forward" | "back" | "resume";
  readonly lead: string;
  readonly rest?: string;
}

function StepButton({ remote: { sending, press }, target, kind, lead, rest }: StepProps) {
  const isLocked = sending.kind !== "idle";
  const isSending =
    sending.kind === "sending" && sending.target.name === "reveal" && sending.target.step === target.step;
  return (
    <button
      type="button"
      className={`step step--${kind}`}
      aria-busy={isSending || undefined}
      aria-disabled={isLocked || undefined}
      onClick={() => {
        if (!isLocked) press(target);
      }}
    >
      <Icon name={kind === "back" ? "left" : "right"} />
      <span className="step__lead">{lead}</span>
      {rest !== undefined && <span className="step__rest">{rest}</span>}
    </button>
  );
}
