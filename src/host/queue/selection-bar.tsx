import type { HostQueueWords } from "#domain/words/host-queue-words";
import type { HostPhoto } from "../../backend/host-photo.ts";
import { Button } from "../../ui/button.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import type { Says } from "./queue-backend.ts";

interface Props {
  readonly photos: readonly HostPhoto[];
  /** How many of the tab are loaded. */
  readonly loaded: number;
  readonly selectAll: () => void;
  readonly selectNone: () => void;
  readonly say: (says: Says) => void;
  readonly hasKeys: boolean;
  readonly words: HostQueueWords;
}

/** What is done with all selected photos at once. */
export function SelectionBar({ photos, loaded, selectAll, selectNone, say, hasKeys, words }: Props) {
  return (
    <section className="selection-bar">
      <output className="selection-bar__count">{words.selected(photos.length)}</output>
      {photos.length < loaded && (
        <Button kind="quiet" onClick={selectAll}>
          {words.selectAll(loaded)}
        </Button>
      )}
      <Button kind="quiet" onClick={selectNone}>
        {words.selectNone}
      </Button>
      <DecisionBar photos={photos} isBusy={false} say={say} hasKeys={hasKeys} words={words} />
    </section>
  );
}
