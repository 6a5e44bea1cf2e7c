import type { HostQueueWords } from "#domain/words/host-queue-words";
import { Button } from "../../ui/button.tsx";
import type { QueueView } from "./queue-store.ts";

interface Props {
  readonly view: QueueView;
  readonly again: () => void;
  readonly words: HostQueueWords;
}

/** What stands behind the last photo: nothing more, more to come, or why it does not come. */
export function QueueEnd({ view, again, words }: Props) {
  const isRead = view.list.reached[view.tab].oldest !== null;
  if (view.isMoreFailed) {
    return (
      <output className="queue-end">
        {words.failed} <Button onClick={again}>{words.tryAgain}</Button>
      </output>
    );
  }
  if (!isRead) {
    return <output className="queue-end">{view.isFailed ? words.failed : words.loading}</output>;
  }
  if (view.isLoadingMore) return <p className="queue-end">{words.loading}</p>;
  if (view.ids.length > 0) return null;
  return (
    <output className="queue-end queue-end--empty">
      <b>{words.empty[view.tab]}</b>
      <span>{words.emptyHint}</span>
    </output>
  );
}
