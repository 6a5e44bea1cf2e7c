import { isEnding } from "#domain/retention";
import { EndingView } from "../retention/ending-view.tsx";
import type { RetentionBackend } from "../retention/retention-backend.ts";
import { Message } from "../shell/message.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import type { SettingsBackend } from "./events-backend.ts";
import { SettingsForm } from "./settings-form-view.tsx";
import { useEvent } from "./use-event.ts";
import { useEventsWords } from "./use-events-words.ts";
import "./events.css";
import "./forms.css";
import "./settings.css";

interface Props {
  readonly backend: SettingsBackend;
  readonly retention: RetentionBackend;
}

/** Everything that a host decides about an event, and how guests come in. */
export function SettingsPage({ backend, retention }: Props) {
  const { settings, list } = useEventsWords().words;
  const eventId = useEventId();
  const live = useEvent(backend, eventId);
  if (live.event === undefined) return <p className="events__wait">{list.loading}</p>;
  if (live.event === null) return <Message title={settings.gone} hint={settings.goneHint} />;
  if (isEnding(live.event.state)) return <EndingView event={live.event} backend={retention} />;
  return (
    <SettingsForm key={eventId} event={live.event} live={live} backend={backend} retention={retention} />
  );
}
