import { useCallback, useEffect, useRef, useState } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { useConnectionReport } from "../shell/signals.tsx";
import type { SettingsBackend } from "./events-backend.ts";

export interface LiveEvent {
  /** Undefined: not known yet; null: there is no such event. */
  readonly event: HostEvent | null | undefined;
  /** Takes what a change came to, before the news of it arrives. */
  readonly adopt: (event: HostEvent) => void;
  /** Asks for the event now. */
  readonly read: () => void;
}

/** An event as it is, also while other hosts change it. */
export function useEvent(backend: Pick<SettingsBackend, "watch">, eventId: string): LiveEvent {
  const [event, setEvent] = useState<HostEvent | null>();
  const [isConnected, setConnected] = useState(true);
  const watch = useRef<{ readonly read: () => void } | null>(null);
  useConnectionReport(isConnected);
  const adopt = useCallback(
    (told: HostEvent) =>
      setEvent((known) => (known?.eventId === told.eventId && known.version > told.version ? known : told)),
    [],
  );
  useEffect(() => {
    const running = backend.watch(eventId, {
      onEvent: (told) => (told === null ? setEvent(null) : adopt(told)),
      onConnection: setConnected,
    });
    watch.current = running;
    return () => {
      watch.current = null;
      running.stop();
    };
  }, [backend, eventId, adopt]);
  const read = useCallback(() => watch.current?.read(), []);
  return { event, adopt, read };
}
