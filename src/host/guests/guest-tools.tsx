import type { HostGuestsWords } from "#domain/words/host-guests-words";
import { Icon } from "../../ui/icon.tsx";
import { type GuestFilter, guestFilters, type GuestSort, guestSorts, type GuestView } from "./guest-list.ts";

interface Props {
  readonly view: GuestView;
  readonly counts: Readonly<Record<GuestFilter, number>>;
  readonly words: HostGuestsWords;
  readonly onView: (change: Partial<GuestView>) => void;
}

/** What is looked for, who is shown, in which order. */
export function GuestTools({ view, counts, words, onView }: Props) {
  return (
    <div className="guests__tools">
      <div className="guests__search">
        <Icon name="search" />
        <input
          type="search"
          value={view.search}
          placeholder={words.search}
          aria-label={words.search}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => onView({ search: event.target.value })}
        />
        {view.search !== "" && (
          <button type="button" aria-label={words.clearSearch} onClick={() => onView({ search: "" })}>
            <Icon name="cross" />
          </button>
        )}
      </div>
      <label className="guests__sort">
        <span className="unseen">{words.sort}</span>
        <select
          value={view.sort}
          onChange={(event) => {
            const sort: GuestSort | undefined = guestSorts.find((known) => known === event.target.value);
            if (sort !== undefined) onView({ sort });
          }}
        >
          {guestSorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="guests__filters">
        <legend className="unseen">{words.filter}</legend>
        {guestFilters.map((filter) => (
          <label
            key={filter}
            className="guests__filter"
            data-filter={filter}
            data-some={counts[filter] > 0 || undefined}
          >
            <input
              type="radio"
              name="guest-filter"
              checked={filter === view.filter}
              onChange={() => onView({ filter })}
            />
            <span>{words.filters[filter]}</span>
            <span className="guests__count">{counts[filter]}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}
