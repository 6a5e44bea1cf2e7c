import { hostAuditWords } from "#domain/words/host-audit";
import { useHostLanguage } from "../shell/language.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useConnectionReport } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import type { AuditBackend } from "./audit-backend.ts";
import { AuditEntries } from "./audit-entries.tsx";
import { AuditTools } from "./audit-tools.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { OlderEntries } from "./older-entries.tsx";
import { useAuditView } from "./use-audit-view.ts";
import { useExport } from "./use-export.ts";
import { useTrail } from "./use-trail.ts";
import "./audit.css";

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
  const trail = useTrail(eventId, backend);
  useConnectionReport(trail.isConnected);
  const { view, setView, hosts, shown, isFiltered } = useAuditView(trail.entries);
  const exporting = useExport(eventId, backend, language);
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
      <AuditEntries eventId={eventId} backend={backend} trail={trail} shown={shown} />
      <OlderEntries
        isRead={trail.isRead}
        isEmpty={shown.length === 0}
        isFiltered={isFiltered}
        older={trail.older}
        words={words}
        onReadOn={trail.readOn}
      />
    </div>
  );
}
