import type { HostAuditWords } from "#domain/words/host-audit-words";
import { Button } from "../../ui/button.tsx";
import type { ExportFormat } from "./export-trail.ts";

interface Props {
  /** Entries read so far; null: no export is under way. */
  readonly progress: number | null;
  readonly words: HostAuditWords;
  readonly onStart: (format: ExportFormat) => void;
  readonly onCancel: () => void;
}

export function ExportButtons({ progress, words, onStart, onCancel }: Props) {
  return (
    <>
      <output className="audit__progress">{progress !== null && words.exporting(progress)}</output>
      {progress === null ? (
        <>
          <Button onClick={() => onStart("csv")}>{words.exportCsv}</Button>
          <Button onClick={() => onStart("json")}>{words.exportJson}</Button>
        </>
      ) : (
        <Button onClick={onCancel}>{words.cancel}</Button>
      )}
    </>
  );
}
