import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { GuestView } from "./guest-list.ts";

interface Props {
  readonly view: GuestView;
  readonly isWhole: boolean;
  readonly words: HostGuestsWords;
}

/** In place of the table. */
export function NobodyHere({ view: { search, filter }, isWhole, words }: Props) {
  if (!isWhole) {
    return (
      <p className="guests__nobody" aria-busy="true">
        {words.loading}
      </p>
    );
  }
  const isAnybody = search.trim() === "" && filter === "all";
  return (
    <div className="guests__nobody">
      <p className="guests__nobody-title">
        {search.trim() !== ""
          ? words.nobodyFound
          : filter === "all"
            ? words.nobody
            : words.nobodyFiltered[filter]}
      </p>
      {isAnybody && <p>{words.nobodyHint}</p>}
    </div>
  );
}
