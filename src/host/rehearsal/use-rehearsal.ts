import { useCallback, useEffect, useRef, useState } from "react";
import type { HostRehearsal } from "../../backend/host-rehearsal.ts";
import { useConnectionReport } from "../shell/signals.tsx";
import type { RehearsalBackend } from "./rehearsal-backend.ts";

export interface LiveRehearsal {
  /** Undefined: not known yet; null: there was none. */
  readonly told: HostRehearsal | null | undefined;
  /** Takes what an order came to, before the news of it arrives. */
  readonly adopt: (told: HostRehearsal) => void;
  /** Asks how it stands. */
  readonly read: () => void;
}

/** An event's last rehearsal as it is. */
export function useRehearsal(backend: RehearsalBackend, eventId: string): LiveRehearsal {
  const [told, setTold] = useState<HostRehearsal | null>();
  const [isConnected, setConnected] = useState(true);
  const ask = useRef<() => void>(() => {});
  useConnectionReport(isConnected);
  const adopt = useCallback(
    (next: HostRehearsal | null) => setTold((known) => (isOlder(next, known) ? known : next)),
    [],
  );
  useEffect(() => {
    const running = backend.watch(eventId, { onRehearsal: adopt, onConnection: setConnected });
    ask.current = running.read;
    return () => running.stop();
  }, [backend, eventId, adopt]);
  const read = useCallback(() => ask.current(), []);
  return { told, adopt, read };
}

/** An answer may be older than what an order came to. */
function isOlder(next: HostRehearsal | null, known: HostRehearsal | null | undefined): boolean {
  if (known === null || known === undefined) return false;
  if (next === null || next.startedAt < known.startedAt) return true;
  return next.startedAt === known.startedAt && known.state === "wiped" && next.state !== "wiped";
}
