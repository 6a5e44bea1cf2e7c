import type { ReactNode } from "react";
import { Outlet, useLocation } from "react-router";
import { hostShellWords } from "#domain/words/host-shell";
import { EndBanner } from "../retention/end-banner.tsx";
import { useEndOfEvent } from "../retention/use-end-of-event.ts";
import type { EventHeadBackend } from "./event-head-backend.ts";
import { Frame } from "./frame.tsx";
import { partOf } from "./host-part.ts";
import { useHostLanguage } from "./language.tsx";
import { Message } from "./message.tsx";
import { Navigation } from "./navigation.tsx";
import { PageBoundary } from "./page-boundary.tsx";
import { RehearsalBanner } from "./rehearsal-banner.tsx";
import { SignalsProvider, useSignals } from "./signals.tsx";
import { useEventId } from "./use-event-id.ts";
import { useEventTitle } from "./use-event-title.ts";
import { useTitle } from "./use-title.ts";

interface Props {
  readonly backend: EventHeadBackend;
  /** What feeds the badges, whichever page is open; it shows nothing itself. */
  readonly children?: ReactNode;
}

/** Around the pages of one event. */
export function EventFrame({ backend, children }: Props) {
  return (
    <SignalsProvider>
      {children}
      <FrameOfEvent backend={backend} />
    </SignalsProvider>
  );
}

function FrameOfEvent({ backend }: { readonly backend: EventHeadBackend }) {
  const words = hostShellWords[useHostLanguage()];
  const eventId = useEventId();
  const { pathname } = useLocation();
  const { badges } = useSignals();
  const told = useEventTitle(backend, eventId);
  const end = useEndOfEvent(backend, eventId);
  const title = told.kind === "known" ? told.title : null;
  const part = partOf(pathname);
  useTitle([part === undefined ? null : words[part], title], badges.queue);
  if (told.kind === "none") {
    return (
      <Frame title={words.product}>
        <Message title={words.notFoundTitle} hint={words.notFoundHint} />
      </Frame>
    );
  }
  return (
    <Frame title={title} navigation={<Navigation eventId={eventId} />}>
      {end?.isRehearsal === true && <RehearsalBanner />}
      {end !== null && <EndBanner event={end} />}
      <PageBoundary>
        <Outlet />
      </PageBoundary>
    </Frame>
  );
}
