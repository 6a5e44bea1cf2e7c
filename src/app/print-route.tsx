import { readBotBasicId, watchEvent } from "../backend/host-events.ts";
import { readGuest } from "../backend/host-guests.ts";
import { readRanking, watchStage } from "../backend/host-remote.ts";
import { HostDoor } from "../host/host-door.tsx";
import type { PrintBackend } from "../host/print/print-backend.ts";
import { PrintPage } from "../host/print/print-page.tsx";
import { hostAuth } from "./host-auth.ts";

const backend: PrintBackend = {
  watch: watchEvent,
  watchStage,
  readRanking,
  readGuest,
  botBasicId: readBotBasicId,
};

/** Joins what is printed to the real backend. */
export function PrintRoute() {
  return (
    <HostDoor auth={hostAuth}>
      <PrintPage backend={backend} />
    </HostDoor>
  );
}
