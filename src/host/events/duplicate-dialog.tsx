import { type SyntheticEvent, useRef, useState } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { minuteText } from "./clock-text.ts";
import { readWish, type WishErrors } from "./event-wish.ts";
import type { SettingsBackend } from "./events-backend.ts";
import { focusFirstError } from "./focus-first-error.ts";
import { TimesFields } from "./times-fields.tsx";
import { useEventsWords } from "./use-events-words.ts";

interface Props {
  readonly event: HostEvent;
  readonly backend: SettingsBackend;
  readonly onClose: () => void;
  readonly onCreated: (copy: HostEvent) => void;
}

const WEEK_MS = 7 * 86_400_000;

/** Name and time of a new event that has the settings of this one. */
export function DuplicateDialog({ event, backend, onClose, onCreated }: Props) {
  const { danger, create, settings } = useEventsWords().words;
  const formRef = useRef<HTMLFormElement>(null);
  const [title, setTitle] = useState(danger.copyTitle(event.title));
  const [times, setTimes] = useState(() => timesAWeekLater(event, Date.now()));
  const [errors, setErrors] = useState<WishErrors>({});
  const [progress, setProgress] = useState<"idle" | "creating" | "failed" | "refused">("idle");
  const send = async (submit: SyntheticEvent) => {
    submit.preventDefault();
    const read = readWish({ template: "wedding", language: event.language, title, ...times }, Date.now());
    if ("errors" in read) {
      setErrors(read.errors);
      focusFirstError(formRef);
      return;
    }
    setErrors({});
    setProgress("creating");
    const { opensAt, closesAt } = read.wish;
    const copy = { title: read.wish.title, opensAt, closesAt };
    const answer = await backend.duplicate(event.eventId, copy).catch(() => null);
    if (answer === null) setProgress("failed");
    else if ("refused" in answer) setProgress("refused");
    else onCreated(answer);
  };
  return (
    <Dialog title={danger.duplicate.name} onClose={onClose}>
      <form className="duplicate" noValidate ref={formRef} onSubmit={(submit) => void send(submit)}>
        <Field label={create.name} error={errors.title && settings.errors[errors.title]}>
          <input
            type="text"
            autoComplete="off"
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </Field>
        <TimesFields times={times} errors={errors} onChange={setTimes} />
        <p className="duplicate__answer" role="alert">
          {progress === "failed" && create.failed}
          {progress === "refused" && create.refused}
        </p>
        <div className="dialog-acts">
          <Button kind="quiet" onClick={onClose}>
            {danger.cancel}
          </Button>
          <Button type="submit" kind="primary" busy={progress === "creating"}>
            {danger.duplicateButton}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The same weekday and hours, in a week that is still to come. */
function timesAWeekLater({ opensAt, closesAt }: HostEvent, now: number) {
  const weeks = Math.max(1, Math.ceil((now - opensAt) / WEEK_MS));
  return { opensAt: minuteText(opensAt + weeks * WEEK_MS), closesAt: minuteText(closesAt + weeks * WEEK_MS) };
}
