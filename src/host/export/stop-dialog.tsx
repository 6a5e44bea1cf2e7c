import { hostExportWords } from "#domain/words/host-export";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useHostLanguage } from "../shell/language.tsx";

interface Props {
  readonly isRunning: boolean;
  readonly busy: boolean;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** Asks before files are gone that took a while to make. */
export function StopDialog({ isRunning, busy, onStop, onClose }: Props) {
  const words = hostExportWords[useHostLanguage()];
  return (
    <Dialog title={isRunning ? words.stopTitle : words.removeTitle} onClose={onClose}>
      <p>{words.stopHint}</p>
      <div className="export__choices">
        <Button onClick={onClose}>{words.keep}</Button>
        <Button kind="danger" busy={busy} onClick={onStop}>
          {isRunning ? words.stop : words.remove}
        </Button>
      </div>
    </Dialog>
  );
}
