import type { HostAuditWords } from "#domain/words/host-audit-words";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { touchedPhotos } from "./touched.ts";
import type { UndoWay } from "./undo-way.ts";

interface Props {
  readonly entry: AuditEntry;
  readonly way: UndoWay;
  /** What the entry says was done. */
  readonly deed: string;
  readonly words: HostAuditWords;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asked before many things change at once. */
export function ConfirmUndo({ entry, way, deed, words, onConfirm, onClose }: Props) {
  const { length: photos } = touchedPhotos(entry);
  const warning =
    way.kind === "rules" ? words.confirmRules : photos > 0 ? words.confirmPhotos(photos) : words.confirmGuest;
  return (
    <Dialog title={words.confirmTitle} onClose={onClose}>
      <div className="audit__confirm">
        <p className="audit__confirm-deed">
          {entry.actorName}: {deed}
        </p>
        <p>{warning}</p>
        <div className="audit__confirm-acts">
          <Button kind="primary" onClick={onConfirm}>
            {words.undo}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}
