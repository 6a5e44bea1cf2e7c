import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import type { EventHeadBackend } from "../shell/event-head-backend.ts";
import type { EndOfEvent } from "./end-banner.tsx";

const AGAIN_MS = 60_000;

/** How an event's end stands, read anew on every page and from time to time; null while nobody knows. */
export function useEndOfEvent(
  { endOf }: Pick<EventHeadBackend, "endOf">,
  eventId: string,
): EndOfEvent | null {
  const { pathname } = useLocation();
  const [known, setKnown] = useState<EndOfEvent | null>(null);
  useEffect(() => {
    let isOver = false;
    const ask = () => {
      endOf(eventId).then(
        (found) => {
          if (!isOver) setKnown(found);
        },
        // A reminder is not worth an error: it is read again soon.
        (error: unknown) => console.warn("the end of the event could not be read", error),
      );
    };
    ask();
    const timer = setInterval(ask, AGAIN_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [endOf, eventId, pathname]);
  return known?.eventId === eventId ? known : null;
}
