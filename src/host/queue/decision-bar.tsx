import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import type { Says } from "./queue-backend.ts";
import { canSay } from "./queue-state.ts";

interface Props {
  readonly photos: readonly HostPhoto[];
  readonly isBusy: boolean;
  readonly say: (says: Says) => void;
  /** The keys work and are told. */
  readonly hasKeys: boolean;
  readonly words: HostQueueWords;
}

/** What a host may say of the photos; at the thumb on phones. */
export function DecisionBar({ photos, isBusy, say, hasKeys, words }: Props) {
  const can = (says: Says) => photos.some((photo) => canSay(photo, says));
  return (
    <div className="decision-bar">
      <Button
        className="decision-bar__hide"
        disabled={!can("hide")}
        busy={isBusy}
        onClick={() => say("hide")}
      >
        <Icon name="eye-closed" />
        {words.hide}
        {hasKeys && <kbd aria-hidden="true">H</kbd>}
      </Button>
      <Button
        className="decision-bar__show"
        kind="primary"
        disabled={!can("show")}
        busy={isBusy}
        onClick={() => say("show")}
      >
        <Icon name="check" />
        {words.show}
        {hasKeys && <kbd aria-hidden="true">A</kbd>}
      </Button>
      {can("rules") && (
        <Button
          className="decision-bar__rules"
          kind="quiet"
          busy={isBusy}
          title={words.rulesHint}
          onClick={() => say("rules")}
        >
          {words.rules}
          {hasKeys && <kbd aria-hidden="true">R</kbd>}
        </Button>
      )}
    </div>
  );
}
