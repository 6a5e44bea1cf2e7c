import type { HostQueueWords } from "#domain/words/host-queue-words";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Said } from "./use-notices.ts";

interface Props {
  /** What the host did last; null: nothing, or long ago. */
  readonly said: Said | null;
  readonly undo: () => void;
  readonly hasKeys: boolean;
  readonly words: HostQueueWords;
}

/** The last action in words, with the way back. One line that stays: toasts would pile up while a host works quickly. */
export function LastAction({ said, undo, hasKeys, words }: Props) {
  return (
    <div className="last-action" data-shown={said !== null}>
      <output>{said?.text}</output>
      {said?.canUndo === true && (
        <Button kind="quiet" onClick={undo}>
          <Icon name="undo" />
          {words.undo}
          {hasKeys && <kbd aria-hidden="true">U</kbd>}
        </Button>
      )}
      {said?.again !== undefined && (
        <Button kind="quiet" onClick={said.again}>
          {words.tryAgain}
        </Button>
      )}
    </div>
  );
}
