import { Link } from "react-router";
import { deletedByAt, deletionDueAt } from "#domain/retention";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { day, daysUntil } from "../events/event-time.ts";
import { useNow } from "../events/use-now.ts";
import { useRetentionWords } from "./use-retention-words.ts";

const MINUTE_MS = 60_000;

/** K8: how long everything is kept yet, whether somebody has it, and what guests are told. */
export function Countdown({ event }: { readonly event: HostEvent }) {
  const { words, language } = useRetentionWords();
  const now = useNow(MINUTE_MS);
  const { retentionEndsAt, downloadedAt, eventId } = event;
  const isOver = now >= retentionEndsAt;
  const dueAt = day(deletionDueAt(event, true), language);
  return (
    <div className="countdown">
      <p className="countdown__left">
        <strong>{words.daysLeft(Math.max(0, daysUntil(retentionEndsAt, now)))}</strong>
        <span>{words.until(day(retentionEndsAt, language))}</span>
      </p>
      <div className={`countdown__download countdown__download--${downloadedAt === null ? "open" : "done"}`}>
        <p>{downloadedAt === null ? words.notDownloaded : words.downloaded(day(downloadedAt, language))}</p>
        {downloadedAt === null && <p className="countdown__quiet">{words.notDownloadedHint}</p>}
        {isOver && <p>{downloadedAt === null ? words.putOff(dueAt) : words.dueAt(dueAt)}</p>}
        <Link className="button button--plain" to={`/host/${eventId}/export`}>
          {words.toDownload}
        </Link>
      </div>
      <p className="countdown__quiet">{words.promised(day(deletedByAt(event), language))}</p>
    </div>
  );
}
