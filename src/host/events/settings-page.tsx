import { Message } from "../shell/message.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import type { SettingsBackend } from "./events-backend.ts";
import { SettingsForm } from "./settings-form-view.tsx";
import { useEvent } from "./use-event.ts";
import { useEventsWords } from "./use-events-words.ts";
import "./events.css";
import "./forms.css";
import "./settings.css";

/** Everything that a host decides about an event, and how guests come in. */
export function SettingsPage({ backend }: { readonly backend: SettingsBackend }) {
  const { settings, list } = useEventsWords().words;
  const eventId = useEventId();
  const live = useEvent(backend, eventId);
  if (live.event === undefined) return <p className="events__wait">{list.loading}</p>;
  if (live.event === null) return <Message title={settings.gone} hint={settings.goneHint} />;
  return <SettingsForm key={eventId} event={live.event} live={live} backend={backend} />;
}
