import { useCallback, useEffect, useState } from "react";
import { eventStates } from "#domain/event";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { backoffMs } from "../../backend/timers.ts";
import type { EventListBackend } from "./events-backend.ts";

const REREAD_MS = 60_000;

export interface EventList {
  /** Null: not read yet. What was once read stays while it cannot be read again. */
  readonly events: readonly HostEvent[] | null;
  readonly isFailed: boolean;
  readonly read: () => void;
}

/** All events, read again every minute, when the page is looked at again, and soon after a failure. */
export function useEvents(backend: EventListBackend): EventList {
  const [events, setEvents] = useState<readonly HostEvent[] | null>(null);
  const [failures, setFailures] = useState(0);
  const [round, setRound] = useState(0);
  const read = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answer = await Promise.all(eventStates.map(backend.events)).catch((error: unknown) => {
        console.warn("the events could not be read", error);
        return null;
      });
      if (isOver) return;
      if (answer === null) return setFailures((before) => before + 1);
      setEvents(answer.flat());
      setFailures(0);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [backend, round]);
  useEffect(() => {
    const timer = setTimeout(read, failures === 0 ? REREAD_MS : backoffMs(failures));
    return () => clearTimeout(timer);
  }, [failures, round, read]);
  useEffect(() => {
    const onAwake = () => {
      if (document.visibilityState === "visible") read();
    };
    document.addEventListener("visibilitychange", onAwake);
    globalThis.addEventListener("online", onAwake);
    return () => {
      document.removeEventListener("visibilitychange", onAwake);
      globalThis.removeEventListener("online", onAwake);
    };
  }, [read]);
  return { events, isFailed: failures > 0, read };
}
