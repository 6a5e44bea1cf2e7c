import { useCallback, useEffect, useState } from "react";
import { EXPORT_IDLE_MS } from "#domain/event-export";
import type { HostExport } from "../../backend/host-export.ts";
import { useConnectionReport } from "../shell/signals.tsx";
import type { ExportBackend } from "./export-backend.ts";

export interface LiveExport {
  /** Undefined: not known yet; null: there is none. */
  readonly told: HostExport | null | undefined;
  /** Takes what an order came to, before the news of it arrives. */
  readonly adopt: (told: HostExport) => void;
}

/** An event's export as it is. When nothing has been heard of it for a while, it is asked to go on. */
export function useExport(backend: ExportBackend, eventId: string): LiveExport {
  const [told, setTold] = useState<HostExport | null>();
  const [isConnected, setConnected] = useState(true);
  useConnectionReport(isConnected);
  const adopt = useCallback(
    (next: HostExport) =>
      setTold((known) => (known !== null && known !== undefined && isNewer(known, next) ? known : next)),
    [],
  );
  useEffect(() => {
    const running = backend.watch(eventId, {
      onExport: (next) => (next === null ? setTold(null) : adopt(next)),
      onConnection: setConnected,
    });
    return () => running.stop();
  }, [backend, eventId, adopt]);
  useGoingOn(backend, eventId, told);
  return { told, adopt };
}

const isNewer = (known: HostExport, next: HostExport): boolean => known.version > next.version;

/** Whoever made it may be gone. */
function useGoingOn(backend: ExportBackend, eventId: string, told: HostExport | null | undefined): void {
  const running = told?.state === "running" ? told : null;
  const { images, movedAt, version } = running ?? {};
  useEffect(() => {
    if (images === undefined || movedAt === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waitFor = (ms: number): void => {
      timer = setTimeout(() => {
        // What comes of it is heard; what fails is asked for again.
        backend.order(eventId, images).catch(() => {});
        waitFor(EXPORT_IDLE_MS);
      }, ms);
    };
    const silentMs = Math.max(0, Date.now() - movedAt);
    waitFor(Math.max(1_000, EXPORT_IDLE_MS - silentMs));
    return () => clearTimeout(timer);
  }, [backend, eventId, images, movedAt, version]);
}
