import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { partOf } from "./host-part.ts";
import { useBadge } from "./signals.tsx";
import { useEventId } from "./use-event-id.ts";

/** How many photos wait, followed until the returned function is called. */
export interface WaitingBackend {
  readonly watch: (eventId: string, onCount: (count: number) => void) => () => void;
}

/** Keeps the number of waiting photos in the navigation while another page than theirs is open. Shows nothing itself. */
export function WaitingFeed({ backend }: { readonly backend: WaitingBackend }) {
  const eventId = useEventId();
  const { pathname } = useLocation();
  // The queue counts by itself, and knows of its own decisions first.
  return partOf(pathname) === "queue" ? null : <Counting key={eventId} eventId={eventId} backend={backend} />;
}

function Counting({ eventId, backend }: { readonly eventId: string; readonly backend: WaitingBackend }) {
  const [count, setCount] = useState(0);
  useEffect(() => backend.watch(eventId, setCount), [backend, eventId]);
  useBadge("queue", count);
  return null;
}
