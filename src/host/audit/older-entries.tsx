import type { HostAuditWords } from "#domain/words/host-audit-words";
import { Button } from "../../ui/button.tsx";
import type { KnownTrail } from "./use-trail.ts";

interface Props {
  readonly isRead: boolean;
  readonly isEmpty: boolean;
  readonly isFiltered: boolean;
  readonly older: KnownTrail["older"];
  readonly words: HostAuditWords;
  readonly onReadOn: () => void;
}

/** Below the list: what is still to come, or that there is nothing. */
export function OlderEntries({ isRead, isEmpty, isFiltered, older, words, onReadOn }: Props) {
  if (!isRead) {
    return (
      <p className="audit__end" aria-busy="true">
        {words.loading}
      </p>
    );
  }
  switch (older) {
    case "failed":
      return (
        <div className="audit__end">
          <p>{words.moreFailed}</p>
          <Button onClick={onReadOn}>{words.tryAgain}</Button>
        </div>
      );
    case "more":
    case "reading":
      return (
        <p className="audit__end" aria-busy="true">
          {words.readingOn}
        </p>
      );
    case "none":
      if (!isEmpty) return <p className="audit__end">{words.end}</p>;
      return (
        <div className="audit__end audit__end--empty">
          <p className="audit__nothing">{isFiltered ? words.nothingFound : words.nothing}</p>
          {!isFiltered && <p>{words.nothingHint}</p>}
        </div>
      );
  }
}
