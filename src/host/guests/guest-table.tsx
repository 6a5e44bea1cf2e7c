import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import { isNameHeld } from "#domain/held-name";
import type { HostGuestsWords } from "#domain/words/host-guests-words";
import type { HostGuest } from "../../backend/host-guest.ts";
import { useScrollMargin } from "../../ui/use-scroll-margin.ts";
import { GuestRow } from "./guest-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import { useRowHeights } from "./use-row-heights.ts";

interface Props {
  readonly guests: readonly HostGuest[];
  readonly words: HostGuestsWords;
  readonly openId: string | null;
  readonly busyId: string | null;
  readonly onOpen: (guestId: string) => void;
  readonly onName: (guest: HostGuest, name: string) => void;
}

/** All guests of the view; only those near the screen are in the document. */
export function GuestTable({ guests, words, openId, busyId, onOpen, onName }: Props) {
  const list = useRef<HTMLTableSectionElement>(null);
  const scrollMargin = useScrollMargin(list);
  const heights = useRowHeights();
  const heightOf = (index: number): number => {
    const guest = guests[index];
    return guest !== undefined && isNameHeld(guest) ? heights.held : heights.plain;
  };
  // No compiler memoizes this page; the virtualizer renders it anew by itself.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: guests.length,
    estimateSize: heightOf,
    getItemKey: (index) => guests[index]?.guestId ?? index,
    overscan: 8,
    scrollMargin,
  });
  // Another order, other heights.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, guests, heights]);

  const onKeyDown = useRowKeys({ list, guests, scrollTo: (index) => virtualizer.scrollToIndex(index) });

  return (
    // The keys are a shortcut between rows, each of which is a button of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table
      className="guests__table"
      aria-label={words.title}
      aria-rowcount={guests.length + 1}
      onKeyDown={onKeyDown}
    >
      <Columns words={words} />
      <tbody ref={list} className="guests__rows" style={{ "--height": `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ index, key, start, size }) => {
          const guest = guests[index];
          if (guest === undefined) return null;
          return (
            <GuestRow
              key={key}
              guest={guest}
              index={index}
              topPx={start - scrollMargin}
              heightPx={size}
              words={words}
              isOpen={guest.guestId === openId}
              isBusy={guest.guestId === busyId}
              onOpen={onOpen}
              onName={onName}
            />
          );
        })}
      </tbody>
    </table>
  );
}

function Columns({ words }: { readonly words: HostGuestsWords }) {
  return (
    <thead className="guests__head">
      <tr aria-rowindex={1} className="guests__columns">
        <th scope="col">{words.name}</th>
        <th scope="col" className="guests__reading">
          {words.nameReading}
        </th>
        <th scope="col" className="guests__points">
          {words.points}
        </th>
        <th scope="col" className="guests__photos">
          {words.photos}
        </th>
        <th scope="col">{words.state}</th>
      </tr>
    </thead>
  );
}
