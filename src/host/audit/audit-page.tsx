import { useMemo, useState } from "react";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { useNow } from "../events/use-now.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useConnectionReport } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import type { AuditBackend } from "./audit-backend.ts";
import { AuditTools, type AuditView } from "./audit-tools.tsx";
import { undoneBy } from "./audit-trail.ts";
import { ConfirmUndo } from "./confirm-undo.tsx";
import { EntryLine } from "./entry-line.tsx";
import { EntryList } from "./entry-list.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { OlderEntries } from "./older-entries.tsx";
import { tellEntry } from "./tell-entry.ts";
import { kindOf, touchedGuests } from "./touched.ts";
import { type UndoWay, undoWay } from "./undo-way.ts";
import { useExport } from "./use-export.ts";
import { useGuestNames } from "./use-guest-names.ts";
import { useTrail } from "./use-trail.ts";
import { useUndo } from "./use-undo.ts";
import "./audit.css";

const MINUTE_MS = 60_000;
/** A sentence names so many guests. */
const NAMED = 2;

/** Who did what and when, and the way back. */
export function AuditPage({ backend }: { readonly backend: AuditBackend }) {
  const eventId = useEventId();
  return <AuditOfEvent key={eventId} eventId={eventId} backend={backend} />;
}

interface Props {
  readonly eventId: string;
  readonly backend: AuditBackend;
}

function AuditOfEvent({ eventId, backend }: Props) {
  const language = useHostLanguage();
  const words = hostAuditWords[language];
  const now = useNow(MINUTE_MS / 2);
  const { entries, isRead, isConnected, older, readOn } = useTrail(eventId, backend);
  useConnectionReport(isConnected);
  const [view, setView] = useState<AuditView>({ host: null, kind: "all" });
  const [visible, setVisible] = useState<readonly AuditEntry[]>([]);
  const names = useGuestNames(
    eventId,
    backend,
    visible.flatMap((entry) => touchedGuests(entry).slice(0, NAMED)),
  );
  const { busyId, undo } = useUndo(eventId, backend, words);
  const exporting = useExport(eventId, backend, language);
  const [asked, setAsked] = useState<{ readonly entry: AuditEntry; readonly way: UndoWay } | null>(null);

  const undone = useMemo(() => undoneBy(entries), [entries]);
  const undoneOnce = useMemo(
    () => new Set(entries.flatMap(({ undoes, isDone }) => (isDone && undoes) || [])),
    [entries],
  );
  const newestRules = entries.find(
    ({ action, isDone }) => isDone && (action === "changeRules" || action === "undoRules"),
  )?.entryId;
  const hosts = useMemo(() => [...new Set(entries.map(({ actorName }) => actorName))].sort(), [entries]);
  const shown = useMemo(
    () =>
      entries.filter(
        (entry) =>
          (view.host === null || entry.actorName === view.host) &&
          (view.kind === "all" || kindOf(entry) === view.kind),
      ),
    [entries, view],
  );
  const start = (entry: AuditEntry, way: UndoWay) => {
    if (way.kind === "rules" || (way.kind === "action" && way.warns !== null)) setAsked({ entry, way });
    else void undo(entry, way);
  };
  const isFiltered = view.host !== null || view.kind !== "all";
  return (
    <div className="audit">
      <PageHead title={words.title} hint={words.hint}>
        <ExportButtons
          progress={exporting.progress}
          words={words}
          onStart={exporting.start}
          onCancel={exporting.cancel}
        />
      </PageHead>
      <AuditTools view={view} hosts={hosts} words={words} onView={setView} />
      <EntryList
        entries={shown}
        language={language}
        now={now}
        onVisible={setVisible}
        onNearEnd={readOn}
        renderEntry={(entry) => {
          const way = undoWay(entry, undoneOnce, newestRules);
          return (
            <EntryLine
              eventId={eventId}
              entry={entry}
              names={names}
              language={language}
              now={now}
              undoneBy={undone.get(entry.entryId)}
              way={way}
              isBusy={busyId === entry.entryId}
              onUndo={() => start(entry, way)}
            />
          );
        }}
      />
      <OlderEntries
        isRead={isRead}
        isEmpty={shown.length === 0}
        isFiltered={isFiltered}
        older={older}
        words={words}
        onReadOn={readOn}
      />
      {asked !== null && (
        <ConfirmUndo
          entry={asked.entry}
          way={asked.way}
          deed={tellEntry(asked.entry, names, language)}
          words={words}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void undo(asked.entry, asked.way);
          }}
        />
      )}
    </div>
  );
}
