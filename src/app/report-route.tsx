import { watchEvent } from "../backend/host-events.ts";
import { watchGuests } from "../backend/host-guests.ts";
import { watchNumbers } from "../backend/host-numbers.ts";
import { readPictures } from "../backend/host-photos.ts";
import { HostDoor } from "../host/host-door.tsx";
import type { NumbersBackend } from "../host/numbers/numbers-backend.ts";
import { ReportPage } from "../host/report/report-page.tsx";
import { hostAuth } from "./host-auth.ts";

const backend: NumbersBackend = { watchPhotos: watchNumbers, watchGuests, watchEvent, readPictures };

/** Joins the report of an evening to the real backend. */
export function ReportRoute() {
  return (
    <HostDoor auth={hostAuth}>
      <ReportPage backend={backend} />
    </HostDoor>
  );
}
