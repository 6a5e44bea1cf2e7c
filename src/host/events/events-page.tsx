import { Link } from "react-router";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Message } from "../shell/message.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useConnectionReport } from "../shell/signals.tsx";
import { EventCard } from "./event-card.tsx";
import { type EventGroup, eventGroups, grouped } from "./event-group.ts";
import type { EventListBackend } from "./events-backend.ts";
import { useEvents } from "./use-events.ts";
import { useEventsWords } from "./use-events-words.ts";
import { useNow } from "./use-now.ts";
import "./events.css";

const TICK_MS = 20_000;

/** All events: what is on, what comes, what was. */
export function EventsPage({ backend }: { readonly backend: EventListBackend }) {
  const { list } = useEventsWords().words;
  const { events, isFailed, read } = useEvents(backend);
  useConnectionReport(!isFailed);
  if (events === null) {
    if (!isFailed) return <p className="events__wait">{list.loading}</p>;
    return (
      <Message title={list.events} hint={list.failed}>
        <Button kind="primary" onClick={read}>
          {list.tryAgain}
        </Button>
      </Message>
    );
  }
  if (events.length === 0) {
    return (
      <Message title={list.none} hint={list.noneHint}>
        <NewEventLink />
      </Message>
    );
  }
  return (
    <div className="events">
      <PageHead title={list.events}>
        <NewEventLink />
      </PageHead>
      <Groups events={events} backend={backend} />
    </div>
  );
}

function NewEventLink() {
  const { list } = useEventsWords().words;
  return (
    <Link className="button button--primary" to="/host/new">
      <Icon name="plus" />
      {list.newEvent}
    </Link>
  );
}

interface GroupsProps {
  readonly events: readonly HostEvent[];
  readonly backend: EventListBackend;
}

function Groups({ events, backend }: GroupsProps) {
  const { list } = useEventsWords().words;
  const now = useNow(TICK_MS);
  const groups = grouped(events, now);
  const cards = (group: EventGroup) => (
    <ul className="events__cards">
      {groups.get(group)?.map((event) => (
        <EventCard key={event.eventId} event={event} group={group} now={now} backend={backend} />
      ))}
    </ul>
  );
  return eventGroups.map((group) => {
    if (groups.get(group)?.length === 0) return null;
    if (group === "archived") {
      return (
        <details key={group} className="events__archive">
          <summary>
            <h2>{list.groups[group]}</h2>
          </summary>
          {cards(group)}
        </details>
      );
    }
    return (
      <section key={group} className="events__group">
        <h2>{list.groups[group]}</h2>
        {cards(group)}
      </section>
    );
  });
}
