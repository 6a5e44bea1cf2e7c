import { lazy, Suspense } from "react";
import { Navigate, Route, Routes } from "react-router";
import { hostShellWords } from "#domain/words/host-shell";
import { AuditPage } from "./audit/audit-page.tsx";
import { EventsPage } from "./events/events-page.tsx";
import { NewEventPage } from "./events/new-event-page.tsx";
import { SettingsPage } from "./events/settings-page.tsx";
import { ExportPage } from "./export/export-page.tsx";
import { GuestsPage } from "./guests/guests-page.tsx";
import type { HostBackends } from "./host-backends.ts";
import { HostDoor } from "./host-door.tsx";
import { QueuePage } from "./queue/queue-page.tsx";
import { RehearsalPage } from "./rehearsal/rehearsal-page.tsx";
import { RemotePage } from "./remote/remote-page.tsx";
import { EventFrame } from "./shell/event-frame.tsx";
import { HouseFrame } from "./shell/house-frame.tsx";
import { useHostLanguage } from "./shell/language.tsx";
import { Message } from "./shell/message.tsx";
import { WaitingFeed } from "./shell/waiting-feed.tsx";
import { TroublesBadge } from "./troubles/troubles-badge.tsx";
import { TroublesPage } from "./troubles/troubles-page.tsx";

/** With its charts, which no other page needs. */
const NumbersPage = lazy(async () => ({
  default: (await import("./numbers/numbers-page.tsx")).NumbersPage,
}));

/** Everything under `/host`: for signed-in members of the group `hosts`, in their language. */
export function HostPage({ backends }: { readonly backends: HostBackends }) {
  return (
    <HostDoor auth={backends.auth}>
      <HostRoutes backends={backends} />
    </HostDoor>
  );
}

/**
 * Which page stands at which address, relative to `/host`. A page gets what it needs from outside as a member of
 * `HostBackends`, and its event by `useEventId`.
 */
function HostRoutes({ backends }: { readonly backends: HostBackends }) {
  const words = hostShellWords[useHostLanguage()];
  return (
    <Routes>
      <Route element={<HouseFrame />}>
        <Route index element={<EventsPage backend={backends.events} />} />
        <Route path="new" element={<NewEventPage backend={backends.events} />} />
      </Route>
      <Route
        path=":eventId"
        element={
          <EventFrame backend={backends.head}>
            <WaitingFeed backend={backends.waiting} />
            <TroublesBadge backend={backends.troubles} />
          </EventFrame>
        }
      >
        <Route index element={<Navigate to="queue" replace />} />
        <Route path="queue" element={<QueuePage backend={backends.queue} />} />
        <Route path="guests" element={<GuestsPage backend={backends.guests} />} />
        <Route path="audit" element={<AuditPage backend={backends.audit} />} />
        <Route
          path="numbers"
          element={
            <Suspense fallback={null}>
              <NumbersPage backend={backends.numbers} />
            </Suspense>
          }
        />
        <Route path="export" element={<ExportPage backend={backends.export} />} />
        <Route
          path="settings"
          element={<SettingsPage backend={backends.settings} retention={backends.retention} />}
        />
        <Route path="rehearsal" element={<RehearsalPage backend={backends.rehearsal} />} />
        <Route path="remote" element={<RemotePage backend={backends.remote} />} />
        <Route path="troubles" element={<TroublesPage backend={backends.troubles} />} />
        <Route path="*" element={<Message title={words.notFoundTitle} hint={words.notFoundHint} />} />
      </Route>
    </Routes>
  );
}
