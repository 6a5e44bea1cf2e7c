import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { EventTotals } from "../../backend/host-events.ts";
import { isEnding } from "#domain/retention";
import { rehearsalWords } from "#domain/words/rehearsal-title";
import { EndBanner } from "../retention/end-banner.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type EventGroup } from "./event-group.ts";
import { listed, period } from "./event-time.ts";
import type { EventListBackend } from "./events-backend.ts";
import { useEventsWords } from "./use-events-words.ts";

interface Props {
  readonly event: HostEvent;
  readonly group: EventGroup;
  readonly now: number;
  readonly backend: EventListBackend;
}

/** One event of the list: what it is, when, and the ways into it. */
export function EventCard({ event, group, now, backend }: Props) {
  const { words, language } = useEventsWords();
  const { list } = words;
  const totals = useTotals(event.boardId, group === "running" || group === "over" ? backend : null);
  const isClosedEarly = event.state === "closed" && now < event.closesAt;
  const isGone = isEnding(event.state);
  const to = `/host/${event.eventId}`;
  return (
    <li className={`event event--${group}`}>
      <h3 className="event__title">
        <Link to={isGone ? `${to}/settings` : to}>{event.title}</Link>
        {event.isRehearsal === true && <span className="event__mark">{rehearsalWords[language].word}</span>}
      </h3>
      <p className="event__when">
        {period(event, now, language)}
        {isClosedEarly && <span className="event__mark">{list.closedEarly}</span>}
      </p>
      {totals !== null && (
        <p className="event__totals">
          {listed([list.guests(totals.guests), list.photos(totals.photos)], language)}
        </p>
      )}
      <EndBanner event={event} />
      {!isGone && (
        <div className="event__ways">
          <Link className="event__way" to={`${to}/queue`}>
            <Icon name="picture" />
            <span>{list.review}</span>
          </Link>
          <Link className="event__way" to={`${to}/remote`}>
            <Icon name="screen" />
            <span>{list.remote}</span>
          </Link>
          <Link className="event__way" to={`${to}/settings`}>
            <Icon name="sliders" />
            <span>{list.settings}</span>
          </Link>
        </div>
      )}
    </li>
  );
}

/** Without a backend nothing is asked. Numbers are a courtesy: where they cannot be read, there are none. */
function useTotals(boardId: string, backend: EventListBackend | null): EventTotals | null {
  const [totals, setTotals] = useState<EventTotals | null>(null);
  useEffect(() => {
    if (backend === null) return;
    let isOver = false;
    backend.totals(boardId).then(
      (found) => {
        if (!isOver) setTotals(found);
      },
      (error: unknown) => console.warn("the totals could not be read", error),
    );
    return () => {
      isOver = true;
    };
  }, [backend, boardId]);
  return totals;
}
