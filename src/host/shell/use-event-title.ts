import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import type { EventHeadBackend } from "./event-head-backend.ts";

const AGAIN_MS = 5_000;

export type EventTitle =
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly title: string }
  | { readonly kind: "none" };

/** The event's title, read anew whenever one goes to another page: it may have been changed on the last. */
export function useEventTitle({ titleOf }: EventHeadBackend, eventId: string): EventTitle {
  const { pathname } = useLocation();
  const [told, setTold] = useState<{ readonly eventId: string; readonly title: EventTitle } | null>(null);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await titleOf(eventId).catch(() => undefined);
      if (isOver) return;
      if (answer === undefined) timer = setTimeout(() => void ask(), AGAIN_MS);
      else setTold({ eventId, title: answer === null ? { kind: "none" } : { kind: "known", title: answer } });
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [titleOf, eventId, pathname]);
  return told?.eventId === eventId ? told.title : { kind: "asking" };
}
