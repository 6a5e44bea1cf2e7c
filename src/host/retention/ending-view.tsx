import { useEffect, useState } from "react";
import type { DeletionReport } from "#domain/deletion-report";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { Ending } from "../../backend/host-retention.ts";
import { Button } from "../../ui/button.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { DeletionSheet } from "./deletion-sheet.tsx";
import type { RetentionBackend } from "./retention-backend.ts";
import { useRetentionWords } from "./use-retention-words.ts";
import "./retention.css";

interface Props {
  readonly event: HostEvent;
  readonly backend: RetentionBackend;
}

/** K10–K12: instead of the settings, while an event is being deleted and afterwards. */
export function EndingView({ event, backend }: Props) {
  const { words } = useRetentionWords();
  return (
    <div className="ending">
      <PageHead title={words.title} />
      {event.state === "erased" ? (
        <Report event={event} backend={backend} />
      ) : (
        <Progress eventId={event.eventId} backend={backend} />
      )}
    </div>
  );
}

function Progress({ eventId, backend }: { readonly eventId: string; readonly backend: RetentionBackend }) {
  const { words } = useRetentionWords();
  const [ending, setEnding] = useState<Ending | null>(null);
  useEffect(() => {
    const watch = backend.watchEnding(eventId, setEnding);
    return () => watch.stop();
  }, [backend, eventId]);
  const { total, done, isTidying } = ending ?? { total: null, done: 0, isTidying: false };
  const told = total === null ? words.waiting : isTidying ? words.tidying : words.guestsDone(done, total);
  return (
    <section className="ending__card" aria-labelledby="ending">
      <h2 id="ending">{words.erasing}</h2>
      <p>{words.erasingHint}</p>
      <progress
        aria-label={words.erasing}
        max={Math.max(1, total ?? 1)}
        {...(total !== null && { value: isTidying ? Math.max(1, total) : done })}
      />
      <output>{told}</output>
    </section>
  );
}

function Report({ event, backend }: Props) {
  const { words } = useRetentionWords();
  const { eventId } = event;
  const [report, setReport] = useState<DeletionReport | "failed" | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isOver = false;
    const tell = (found: DeletionReport | "failed"): void => {
      if (!isOver) setReport(found);
    };
    backend.report(eventId).then(
      (found) => tell(found ?? "failed"),
      (error: unknown) => {
        console.warn("the report could not be read", error);
        tell("failed");
      },
    );
    return () => {
      isOver = true;
    };
  }, [backend, eventId, tries]);
  if (report === null) return null;
  if (report === "failed") {
    return (
      <section className="ending__card" aria-labelledby="erased">
        <h2 id="erased">{words.erased}</h2>
        <p>{words.noReport}</p>
        <Button onClick={() => setTries(tries + 1)}>{words.tryAgain}</Button>
      </section>
    );
  }
  return <DeletionSheet title={event.title} report={report} />;
}
