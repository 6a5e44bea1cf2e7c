import { useState } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toasts.tsx";
import { Section } from "../events/section.tsx";
import type { LiveEvent } from "../events/use-event.ts";
import { Countdown } from "./countdown.tsx";
import { KeepUntil } from "./keep-until.tsx";
import type { RetentionBackend } from "./retention-backend.ts";
import { TypedNameDialog } from "./typed-name-dialog.tsx";
import { useRetentionWords } from "./use-retention-words.ts";
import "./retention.css";

interface Props {
  readonly event: HostEvent;
  readonly live: LiveEvent;
  readonly backend: RetentionBackend;
}

/** K7–K10: until when all of an event is kept, another day for it, and deleting everything at once. */
export function RetentionSection({ event, live, backend }: Props) {
  const { words } = useRetentionWords();
  return (
    <Section name="retention">
      <p className="retention__hint">{words.hint}</p>
      <Countdown event={event} />
      <KeepUntil event={event} live={live} backend={backend} />
      <EndNow event={event} live={live} backend={backend} />
    </Section>
  );
}

function EndNow({ event, live, backend }: Props) {
  const { words } = useRetentionWords();
  const { say } = useToasts();
  const [isAsked, setAsked] = useState(false);
  const end = async (typed: string) => {
    const answer = await backend.endEvent(event.eventId, event.version, typed).catch((error: unknown) => {
      console.warn("the event may not be being deleted", error);
      return null;
    });
    setAsked(false);
    if (answer !== null && !("refused" in answer)) return live.adopt(answer);
    live.read();
    say(answer?.refused === "conflict" ? words.conflict : words.failed);
  };
  return (
    <div className="retention__end">
      <div>
        <h3>{words.end}</h3>
        <p>{words.endHint}</p>
      </div>
      <Button kind="danger" onClick={() => setAsked(true)}>
        {words.endButton}
      </Button>
      {isAsked && (
        <TypedNameDialog
          event={event}
          title={words.end}
          button={words.endButton}
          onSure={end}
          onClose={() => setAsked(false)}
        >
          <p>{words.endText}</p>
          {event.downloadedAt === null && <p className="retention__warning">{words.endUnsaved}</p>}
        </TypedNameDialog>
      )}
    </div>
  );
}
