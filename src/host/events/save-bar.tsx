import { Button } from "../../ui/button.tsx";
import { useEventsWords } from "./use-events-words.ts";
import type { SavingState } from "./use-saving.ts";

interface Props {
  /** How many settings differ from what is saved. */
  readonly changes: number;
  readonly state: SavingState;
  readonly onDiscard: () => void;
}

/** Stays in view as long as something is not saved. */
export function SaveBar({ changes, state, onDiscard }: Props) {
  const { saving } = useEventsWords().words;
  const isSaving = state === "saving";
  const problem = {
    idle: undefined,
    saving: undefined,
    invalid: saving.fixErrors,
    failed: saving.failed,
    conflict: saving.conflict,
    refused: saving.fixErrors,
    gone: saving.gone,
  }[state];
  return (
    <div className={changes === 0 ? "save-bar save-bar--idle" : "save-bar"}>
      <p className="save-bar__problem" role="alert">
        {changes > 0 && problem}
      </p>
      {changes > 0 && (
        <div className="save-bar__acts">
          <output className="save-bar__count">{saving.unsaved(changes)}</output>
          <Button kind="quiet" disabled={isSaving} onClick={onDiscard}>
            {saving.discard}
          </Button>
          <Button type="submit" kind="primary" busy={isSaving}>
            {isSaving ? saving.saving : saving.save}
          </Button>
        </div>
      )}
    </div>
  );
}
