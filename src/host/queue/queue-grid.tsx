import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Language } from "#domain/language";
import type { HostQueueWords } from "#domain/words/host-queue-words";
import { isInTab, photoIn } from "./photo-list.ts";
import { underWay } from "./photo-words.ts";
import { type CardActs, QueueCard } from "./queue-card.tsx";
import type { QueueView } from "./queue-store.ts";
import { useGridSize } from "./use-grid-size.ts";

interface Props {
  readonly view: QueueView;
  readonly acts: CardActs;
  /** The focus was moved by a key: it comes into view and takes the keyboard's focus. */
  readonly isByKey: boolean;
  readonly onColumns: (columns: number) => void;
  readonly onAtTop: (isAtTop: boolean) => void;
  /** The last photos come into view. */
  readonly onEnd: () => void;
  /** Stands behind the last photo. */
  readonly end: ReactNode;
  readonly words: HostQueueWords;
  readonly language: Language;
}

const OVERSCAN_ROWS = 3;
/** The next page is asked for so many rows before the last one. */
const ROWS_AHEAD = 8;

/** The photos of the tab; only those in view are in the document. */
export function QueueGrid(props: Props) {
  const { view, acts, isByKey, onColumns, onAtTop, onEnd, end, words, language } = props;
  const { ids, focus, list, tab } = view;
  const scroller = useRef<HTMLElement>(null);
  const { columns, rowHeight } = useGridSize(scroller);
  const rows = Math.ceil(ids.length / columns);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by the compiler
  const grid = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
  });
  useEffect(() => {
    grid.measure();
  }, [grid, rowHeight]);
  useEffect(() => {
    onColumns(columns);
  }, [columns, onColumns]);
  const at = focus === null ? -1 : ids.indexOf(focus);
  const focusRow = at < 0 ? -1 : Math.floor(at / columns);
  useSteadyRow(scroller, ids, focusRow, rowHeight);
  useEffect(() => {
    if (focusRow >= 0) grid.scrollToIndex(focusRow, { align: "auto" });
  }, [grid, focusRow, focus]);
  const visible = grid.getVirtualItems();
  const lastRow = visible.at(-1)?.index ?? -1;
  useEffect(() => {
    if (rows > 0 && lastRow >= rows - ROWS_AHEAD) onEnd();
  }, [lastRow, rows, onEnd]);
  return (
    <section
      className="queue-grid"
      ref={scroller}
      aria-label={words.grid}
      onScroll={({ currentTarget }) => onAtTop(currentTarget.scrollTop < rowHeight / 2)}
    >
      <ul
        className="queue-grid__all"
        style={{ "--columns": columns, "--height": `${grid.getTotalSize()}px` }}
      >
        {visible.flatMap((row) =>
          ids.slice(row.index * columns, (row.index + 1) * columns).map((id, column) => {
            const photo = photoIn(list, id);
            if (photo === undefined) return null;
            return (
              <li
                key={id}
                className="queue-grid__cell"
                aria-setsize={view.list.reached[tab].nextToken === null ? ids.length : -1}
                aria-posinset={row.index * columns + column + 1}
                style={{ "--column": column, "--y": `${row.start}px`, "--row": `${row.size}px` }}
              >
                <QueueCard
                  photo={photo}
                  underWay={underWay(photo, view.sending.get(id), view.now)}
                  isFocused={id === focus}
                  takesFocus={id === focus && isByKey}
                  isSelected={view.selected.has(id)}
                  isSelecting={view.selected.size > 0}
                  hasLeft={!isInTab(list, tab, id)}
                  acts={acts}
                  words={words}
                  language={language}
                />
              </li>
            );
          }),
        )}
      </ul>
      {end}
    </section>
  );
}

/** When photos come or go above the focused one, it stays where it is on the screen. */
function useSteadyRow(
  scroller: { readonly current: HTMLElement | null },
  ids: readonly string[],
  focusRow: number,
  rowHeight: number,
): void {
  const [before] = useState({ ids, focusRow });
  const last = useRef(before);
  useLayoutEffect(() => {
    const { ids: idsBefore, focusRow: rowBefore } = last.current;
    last.current = { ids, focusRow };
    const box = scroller.current;
    if (box === null || idsBefore === ids || rowBefore < 0 || focusRow < 0 || rowBefore === focusRow) return;
    const top = rowBefore * rowHeight - box.scrollTop;
    if (box.scrollTop > 0 && top > -rowHeight && top < box.clientHeight) {
      box.scrollBy(0, (focusRow - rowBefore) * rowHeight);
    }
  }, [scroller, ids, focusRow, rowHeight]);
}
