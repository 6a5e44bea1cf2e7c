import { type ReactNode, type SyntheticEvent, useState } from "react";
import { isTitle } from "#domain/retention";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useRetentionWords } from "./use-retention-words.ts";

interface Props {
  readonly event: Pick<HostEvent, "title" | "isRehearsal">;
  readonly title: string;
  readonly button: string;
  /** What it comes to. */
  readonly children: ReactNode;
  /** Answers when it was carried out or not; the owner takes the dialog away. */
  readonly onSure: (typed: string) => Promise<void>;
  readonly onClose: () => void;
}

/** K7, K10: asks for the event's name before something that nobody takes back; a rehearsal has no name to type. */
export function TypedNameDialog({ event, title, button, children, onSure, onClose }: Props) {
  const { words } = useRetentionWords();
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isAsked = event.isRehearsal !== true;
  const send = async (submit: SyntheticEvent) => {
    submit.preventDefault();
    if (isAsked && !isTitle(typed, event.title)) return setWrong(true);
    setBusy(true);
    await onSure(typed);
    setBusy(false);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="typed-name" noValidate onSubmit={(submit) => void send(submit)}>
        {children}
        {isAsked && (
          <Field label={words.typeTitle} hint={event.title} error={isWrong && words.wrongTitle}>
            <input
              type="text"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value);
                setWrong(false);
              }}
            />
          </Field>
        )}
        <div className="dialog-acts">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" kind="danger" busy={isBusy}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
