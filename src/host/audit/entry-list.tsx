import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import type { Language } from "#domain/language";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { useScrollMargin } from "../../ui/use-scroll-margin.ts";
import { linesOf } from "./lines.ts";
import { dayName } from "./when.ts";

interface Props {
  readonly entries: readonly AuditEntry[];
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly renderEntry: (entry: AuditEntry) => ReactNode;
  /** Those in the document now. */
  readonly onVisible: (entries: readonly AuditEntry[]) => void;
  /** The end of what was read comes near. */
  readonly onNearEnd: () => void;
}

const ENTRY_PX = 112;
const DAY_PX = 52;
const NEAR = 6;

/** Entries under their days; only those near the screen are in the document. */
export function EntryList({ entries, language, now, renderEntry, onVisible, onNearEnd }: Props) {
  const words = hostAuditWords[language];
  const list = useRef<HTMLOListElement>(null);
  const lines = linesOf(entries, now);
  const scrollMargin = useScrollMargin(list);
  // No compiler memoizes this page; the virtualizer renders it anew by itself.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => (lines[index]?.kind === "day" ? DAY_PX : ENTRY_PX),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 6,
    scrollMargin,
  });
  const visible = virtualizer.getVirtualItems();
  const isNearEnd = (visible.at(-1)?.index ?? 0) >= lines.length - NEAR;
  useEffect(() => {
    if (isNearEnd) onNearEnd();
  }, [isNearEnd, onNearEnd, lines.length]);
  const seen = visible.flatMap(({ index }) => {
    const line = lines[index];
    return line?.kind === "entry" ? [line.entry] : [];
  });
  const seenKey = seen.map(({ entryId }) => entryId).join(" ");
  useEffect(() => {
    onVisible(seen);
    // Which entries they are says everything about the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [seenKey, onVisible]);
  const dayWords = { today: words.today, yesterday: words.yesterday };
  return (
    <ol className="audit__list" ref={list} style={{ "--height": `${virtualizer.getTotalSize()}px` }}>
      {visible.map(({ index, key, start }) => {
        const line = lines[index];
        if (line === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="audit__line"
            style={{ "--top": `${start - scrollMargin}px` }}
          >
            {line.kind === "day" ? (
              <h2 className="audit__day">
                {line.name === null ? dayName(line.at, language) : dayWords[line.name]}
                {line.name !== null && <span>{dayName(line.at, language)}</span>}
              </h2>
            ) : (
              renderEntry(line.entry)
            )}
          </li>
        );
      })}
    </ol>
  );
}
