import { type SyntheticEvent, useState } from "react";
import { isShortened, LONGEST_RETENTION_MS } from "#domain/retention";
import type { HostRetentionWords } from "#domain/words/host-retention-words";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { useToasts } from "../../ui/toasts.tsx";
import { dayText, readDay } from "../events/clock-text.ts";
import { day } from "../events/event-time.ts";
import { useNow } from "../events/use-now.ts";
import type { LiveEvent } from "../events/use-event.ts";
import type { RetentionBackend } from "./retention-backend.ts";
import { TypedNameDialog } from "./typed-name-dialog.tsx";
import { useRetentionWords } from "./use-retention-words.ts";

const HOUR_MS = 3_600_000;

interface Props {
  readonly event: HostEvent;
  readonly live: LiveEvent;
  readonly backend: Pick<RetentionBackend, "keepUntil">;
}

/** K7: another last day; what is short takes the event's name. */
export function KeepUntil({ event, live, backend }: Props) {
  const { words, language } = useRetentionWords();
  const { say } = useToasts();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<DayError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [short, setShort] = useState<number | null>(null);
  const now = useNow(HOUR_MS);
  const text = typed ?? dayText(event.retentionEndsAt);
  const save = async (retentionEndsAt: number, title: string) => {
    setBusy(true);
    const order = backend.keepUntil(event.eventId, event.version, retentionEndsAt, title);
    const answer = await order.catch((failure: unknown) => {
      console.warn("the day may not have been saved", failure);
      return null;
    });
    setBusy(false);
    setShort(null);
    if (answer !== null && !("refused" in answer)) {
      live.adopt(answer);
      setTyped(null);
      return say(words.saved(day(answer.retentionEndsAt, language)));
    }
    live.read();
    say(answer?.refused === "conflict" ? words.conflict : words.failed);
  };
  const send = (submit: SyntheticEvent) => {
    submit.preventDefault();
    const read = readLastDay(text, event, Date.now());
    if (typeof read === "string") return setError(read);
    if (isShortened(event, { ...event, retentionEndsAt: read })) return setShort(read);
    return void save(read, "");
  };
  return (
    <>
      <form className="keep-until" noValidate onSubmit={send}>
        <Field label={words.lastDay} hint={words.lastDayHint} error={error !== null && words.errors[error]}>
          <input
            type="date"
            value={text}
            min={dayText(Math.max(event.closesAt, now))}
            max={dayText(event.closesAt + LONGEST_RETENTION_MS)}
            onChange={({ target }) => {
              setTyped(target.value);
              setError(null);
            }}
          />
        </Field>
        <Button type="submit" busy={isBusy} disabled={text === dayText(event.retentionEndsAt)}>
          {words.save}
        </Button>
      </form>
      {short !== null && (
        <TypedNameDialog
          event={event}
          title={words.shortTitle}
          button={words.shortButton}
          onSure={(title) => save(short, title)}
          onClose={() => setShort(null)}
        >
          <p>{words.shortText(day(short, language))}</p>
        </TypedNameDialog>
      )}
    </>
  );
}

type DayError = keyof HostRetentionWords["errors"];

/** The end of the typed day, or what is wrong with it. */
function readLastDay(text: string, { closesAt }: HostEvent, now: number): number | DayError {
  const at = readDay(text);
  if (at === undefined) return "no-day";
  if (at < closesAt) return "before-closing";
  if (at < now) return "is-past";
  return at > closesAt + LONGEST_RETENTION_MS ? "too-late" : at;
}
