import { useState } from "react";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { Undoing } from "./my-photo-answer.ts";
import "./undo-deletion.css";

interface Props {
  readonly undo: () => Promise<Undoing>;
  readonly onKept?: () => void;
  /** It is gone after all. */
  readonly onGone?: () => void;
  readonly words: MyPhotoWords;
}

type Step = "open" | "busy" | "failed" | "too-late" | "reopen";

/** P8: takes a deletion back while that is possible. */
export function UndoDeletion({ undo, onKept, onGone, words }: Props) {
  const [step, setStep] = useState<Step>("open");
  const run = (): void => {
    if (step === "busy") return;
    setStep("busy");
    undo().then(
      (undoing) => {
        if (undoing === "kept") return onKept?.();
        setStep(undoing);
        if (undoing === "too-late") onGone?.();
      },
      (error: unknown) => {
        console.warn("the deletion stays:", error instanceof Error ? error.name : "refused");
        setStep("failed");
      },
    );
  };
  const sentences: Readonly<Record<Step, string>> = {
    open: words.deletion.leaving,
    busy: words.deletion.leaving,
    failed: words.deletion.undoFailed,
    "too-late": words.deletion.tooLate,
    reopen: words.reopen,
  };
  return (
    <div className="undo">
      <p aria-live="polite">{sentences[step]}</p>
      {step !== "too-late" && step !== "reopen" && (
        <button type="button" onClick={run} aria-busy={step === "busy"}>
          {words.deletion.undo}
        </button>
      )}
    </div>
  );
}
