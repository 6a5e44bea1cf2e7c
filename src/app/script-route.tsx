import { watchEvent } from "../backend/host-events.ts";
import { readGuest } from "../backend/host-guests.ts";
import { readRanking, watchStage } from "../backend/host-remote.ts";
import { HostDoor } from "../host/host-door.tsx";
import type { ResultBackend } from "../host/result/result-backend.ts";
import { ScriptPage } from "../host/script/script-page.tsx";
import { hostAuth } from "./host-auth.ts";

const backend: ResultBackend = { watch: watchEvent, watchStage, readRanking, readGuest };

/** Joins the MC's script to the real backend. */
export function ScriptRoute() {
  return (
    <HostDoor auth={hostAuth}>
      <ScriptPage backend={backend} />
    </HostDoor>
  );
}
