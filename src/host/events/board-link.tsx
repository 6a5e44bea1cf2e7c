import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Icon } from "../../ui/icon.tsx";
import { boardUrl } from "./board-url.ts";
import { CopyButton } from "./copy-button.tsx";
import { useEventsWords } from "./use-events-words.ts";

/** Where the room looks. */
export function BoardLink({ event }: { readonly event: Pick<HostEvent, "boardId"> }) {
  const { join } = useEventsWords().words;
  const url = boardUrl(event.boardId);
  return (
    <section className="board-link" aria-labelledby="board-link-title">
      <h2 id="board-link-title">{join.board}</h2>
      <p className="board-link__hint">{join.boardHint}</p>
      <p className="board-link__url">{url}</p>
      <div className="board-link__acts">
        <a className="button button--primary" href={url} target="_blank" rel="noreferrer">
          <Icon name="screen" />
          {join.openBoard}
          <span className="unseen">({join.opensNewTab})</span>
        </a>
        <CopyButton text={url}>{join.copyBoard}</CopyButton>
      </div>
    </section>
  );
}
