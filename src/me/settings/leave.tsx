import { useMemo, useState } from "react";
import type { Language } from "#domain/language";
import { meSettingsWords } from "#domain/words/me-settings";
import { myPhotoWords } from "#domain/words/my-photo";
import { Dialog } from "../../ui/dialog.tsx";
import { UiWordsContext } from "../../ui/ui-words.ts";
import type { MeBackend } from "../me-backend.ts";

interface Props {
  /** How many there are to go. */
  readonly photos: number;
  readonly leave: MeBackend["leave"];
  readonly onLeft: () => void;
  readonly language: Language;
}

type Step = "closed" | "asked" | "sure" | "busy" | "failed" | "reopen";

/** K6: deletes everything of the guest, after two questions. */
export function Leave({ photos, leave, onLeft, language }: Props) {
  const { leaving } = meSettingsWords[language];
  const [step, setStep] = useState<Step>("closed");
  const close = (): void => setStep((now) => (now === "busy" ? now : "closed"));
  const uiWords = useMemo(
    () => ({ close: leaving.close, undo: myPhotoWords[language].deletion.undo }),
    [leaving, language],
  );
  const run = (): void => {
    if (step === "busy") return;
    setStep("busy");
    leave().then(
      (outcome) => (outcome === "left" ? onLeft() : setStep("reopen")),
      (error: unknown) => {
        console.warn("nothing was deleted:", error instanceof Error ? error.name : "refused");
        setStep("failed");
      },
    );
  };
  return (
    <UiWordsContext value={uiWords}>
      <button type="button" className="settings__leave" onClick={() => setStep("asked")}>
        {leaving.open}
      </button>
      {step !== "closed" && (
        <Dialog title={leaving.title} onClose={close}>
          <div className="leave">
            {step === "asked" ? (
              <>
                <p>{leaving.note(photos)}</p>
                <p>{leaving.stays}</p>
              </>
            ) : (
              <div tabIndex={-1} ref={focusOnce}>
                <p className="leave__sure">{leaving.sure}</p>
                <p>{leaving.sureNote}</p>
              </div>
            )}
            <p className="leave__trouble" aria-live="polite">
              {step === "failed" && leaving.failed}
              {step === "reopen" && myPhotoWords[language].reopen}
            </p>
            <div className="leave__choice">
              <button type="button" onClick={close}>
                {leaving.keep}
              </button>
              {step === "asked" ? (
                <button type="button" onClick={() => setStep("sure")}>
                  {leaving.next}
                </button>
              ) : (
                <button type="button" className="leave__now" onClick={run} aria-busy={step === "busy"}>
                  {leaving.now}
                </button>
              )}
            </div>
          </div>
        </Dialog>
      )}
    </UiWordsContext>
  );
}

/** The second question takes the first one's place. Outside, so that it is called no second time. */
const focusOnce = (question: HTMLElement | null): void => question?.focus();
