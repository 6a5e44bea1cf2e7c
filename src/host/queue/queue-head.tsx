import type { HostQueueWords } from "#domain/words/host-queue-words";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { type Tab, tabs } from "./photo-list.ts";
import type { QueueView } from "./queue-store.ts";

interface Props {
  readonly view: QueueView;
  /** How many wait, as far as is known. */
  readonly waiting: number;
  readonly choose: (tab: Tab) => void;
  readonly help: () => void;
  readonly words: HostQueueWords;
}

/** What the host looks through. */
export function QueueHead({ view, waiting, choose, help, words }: Props) {
  return (
    <div className="queue__head">
      <h1 className="unseen">{words.title}</h1>
      <Segments
        isWide
        label={words.title}
        choices={tabs}
        chosen={view.tab}
        choose={choose}
        textOf={(tab) => (
          <>
            {words.tabs[tab]}
            {tab === "pending" && waiting > 0 && (
              <span className="queue__count">{waiting > 999 ? "999+" : waiting}</span>
            )}
          </>
        )}
      />
      <Button className="queue__help" kind="quiet" title={words.help} onClick={help}>
        <kbd aria-hidden="true">?</kbd>
        <span>{words.help}</span>
      </Button>
    </div>
  );
}
