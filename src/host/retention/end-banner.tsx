import { Link } from "react-router";
import { deletionDueAt, isEndNear } from "#domain/retention";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { day, daysUntil } from "../events/event-time.ts";
import { useNow } from "../events/use-now.ts";
import { useRetentionWords } from "./use-retention-words.ts";
import "./end-banner.css";

/** What a banner has to know of an event. */
export type EndOfEvent = Pick<
  HostEvent,
  "eventId" | "state" | "retentionEndsAt" | "downloadedAt" | "isRehearsal"
>;

const MINUTE_MS = 60_000;

/** K9, K10: the line about the end, while it is near or has come; nothing before. */
export function EndBanner({ event }: { readonly event: EndOfEvent }) {
  const { words, language } = useRetentionWords();
  const now = useNow(MINUTE_MS);
  const { eventId, state, retentionEndsAt, downloadedAt } = event;
  const settings = `/host/${eventId}/settings`;
  if (state === "erasing" || state === "erased") {
    return (
      <aside className="end-banner end-banner--gone">
        <p>{state === "erasing" ? words.bannerErasing : words.bannerErased}</p>
        <Link to={settings}>{words.toReport}</Link>
      </aside>
    );
  }
  if (!isEndNear(event, now)) return null;
  const text =
    now < retentionEndsAt
      ? words.banner(daysUntil(retentionEndsAt, now))
      : words.bannerPutOff(day(deletionDueAt(event, true), language));
  return (
    <aside className="end-banner">
      <p>
        <strong>{text}</strong>
        {downloadedAt === null && <span>{words.notDownloaded}</span>}
      </p>
      {downloadedAt === null && <Link to={`/host/${eventId}/export`}>{words.toDownload}</Link>}
      <Link to={`${settings}#retention`}>{words.toRetention}</Link>
    </aside>
  );
}
