import { useEffect, useState } from "react";
import type { HostEvent, HostStage } from "../../backend/host-event-shapes.ts";
import { useConnectionReport } from "../shell/signals.tsx";
import type { ResultBackend } from "./result-backend.ts";

/** What the room sees, as it changes. */
export function useStage(
  { watchStage }: Pick<ResultBackend, "watchStage">,
  { eventId, boardId, stage: first }: HostEvent,
): HostStage {
  const [stage, setStage] = useState(first);
  const [isConnected, setConnected] = useState(true);
  useConnectionReport(isConnected);
  useEffect(() => {
    const onStage = (told: HostStage) => setStage((known) => (told.version > known.version ? told : known));
    return watchStage({ eventId, boardId }, { onStage, onConnection: setConnected }).stop;
  }, [watchStage, eventId, boardId]);
  return stage;
}
