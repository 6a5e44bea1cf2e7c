import { useState } from "react";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { useNow } from "../events/use-now.ts";
import { useHostLanguage } from "../shell/language.tsx";
import type { AuditBackend } from "./audit-backend.ts";
import { ConfirmUndo } from "./confirm-undo.tsx";
import { EntryLine } from "./entry-line.tsx";
import { EntryList } from "./entry-list.tsx";
import { tellEntry } from "./tell-entry.ts";
import { touchedGuests } from "./touched.ts";
import type { UndoWay } from "./undo-way.ts";
import { useGuestNames } from "./use-guest-names.ts";
import type { KnownTrail } from "./use-trail.ts";
import { useUndo } from "./use-undo.ts";
import { useUndoWays } from "./use-undo-ways.ts";

interface Props {
  readonly eventId: string;
  readonly backend: AuditBackend;
  readonly trail: KnownTrail;
  /** Those of the trail that pass the filter. */
  readonly shown: readonly AuditEntry[];
}

/** How often "3 minutes ago" is looked at again. */
const LOOK_MS = 30_000;
/** A sentence names so many guests. */
const NAMED = 2;

/** The entries, and the question before one that changes many things is taken back. */
export function AuditEntries({ eventId, backend, trail, shown }: Props) {
  const language = useHostLanguage();
  const words = hostAuditWords[language];
  const now = useNow(LOOK_MS);
  const [visible, setVisible] = useState<readonly AuditEntry[]>([]);
  const guestIds = visible.flatMap((entry) => touchedGuests(entry).slice(0, NAMED));
  const names = useGuestNames(eventId, backend, guestIds);
  const { busyId, undo } = useUndo(eventId, backend, words);
  const { undone, wayOf } = useUndoWays(trail.entries);
  const [asked, setAsked] = useState<{ readonly entry: AuditEntry; readonly way: UndoWay } | null>(null);
  const start = (entry: AuditEntry, way: UndoWay) => {
    if (way.kind === "rules" || (way.kind === "action" && way.warns !== null)) setAsked({ entry, way });
    else void undo(entry, way);
  };
  const told = { eventId, names, language, now };
  const renderEntry = (entry: AuditEntry) => {
    const way = wayOf(entry);
    return (
      <EntryLine
        {...told}
        entry={entry}
        undoneBy={undone.get(entry.entryId)}
        way={way}
        isBusy={busyId === entry.entryId}
        onUndo={() => start(entry, way)}
      />
    );
  };
  const list = { entries: shown, language, now, renderEntry };
  return (
    <>
      <EntryList {...list} onVisible={setVisible} onNearEnd={trail.readOn} />
      {asked !== null && (
        <ConfirmUndo
          {...asked}
          deed={tellEntry(asked.entry, names, language)}
          words={words}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void undo(asked.entry, asked.way);
          }}
        />
      )}
    </>
  );
}
