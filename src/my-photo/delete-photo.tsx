import { useEffect, useRef, useState } from "react";
import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { Removal } from "./my-photo-answer.ts";
import "./delete-photo.css";

interface Props {
  readonly remove: () => Promise<Removal>;
  /** `goneAt`: until then it may be taken back; null: it is gone. */
  readonly onDeleted: (goneAt: number | null) => void;
  readonly words: MyPhotoWords;
}

type Step = "closed" | "asked" | "busy" | "failed" | "reopen";

/** Deletes the photo, after one more question. */
export function DeletePhoto({ remove, onDeleted, words }: Props) {
  const [step, setStep] = useState<Step>("closed");
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Whoever keeps the photo is where they were.
    if (step === "closed" && wasOpen.current) opener.current?.focus();
    wasOpen.current = step !== "closed";
  }, [step]);
  const run = (): void => {
    if (step === "busy") return;
    setStep("busy");
    remove().then(
      (removal) => {
        if (removal === "reopen") setStep("reopen");
        else onDeleted(removal === "deleted" ? null : removal.goneAt);
      },
      (error: unknown) => {
        console.warn("the photo could not be deleted:", error instanceof Error ? error.name : "refused");
        setStep("failed");
      },
    );
  };
  if (step === "closed") {
    return (
      <section className="delete">
        <button type="button" className="delete__open" ref={opener} onClick={() => setStep("asked")}>
          {words.deletion.open}
        </button>
      </section>
    );
  }
  return (
    <section className="delete delete--open" aria-labelledby="delete-title">
      <h2 id="delete-title" tabIndex={-1} ref={focusOnce}>
        {words.deletion.title}
      </h2>
      <p>{words.deletion.note}</p>
      <p className="delete__trouble" aria-live="polite">
        {step === "failed" && words.deletion.failed}
        {step === "reopen" && words.reopen}
      </p>
      <div className="delete__choice">
        <button type="button" onClick={() => setStep("closed")} disabled={step === "busy"}>
          {words.deletion.keep}
        </button>
        <button type="button" className="delete__now" onClick={run} aria-busy={step === "busy"}>
          {step === "busy" ? words.deletion.busy : words.deletion.now}
        </button>
      </div>
    </section>
  );
}

/** As the question appears: it is what the guest has to hear now. Outside, so that it is called no second time. */
const focusOnce = (heading: HTMLElement | null): void => heading?.focus();
