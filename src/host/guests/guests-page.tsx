import { useEffect, useMemo } from "react";
import { hostGuestsWords } from "#domain/words/host-guests";
import { PictureShelf } from "../queue/picture-shelf.ts";
import { ShelfContext } from "../queue/use-pictures.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { useBadge, useConnectionReport } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { GuestListPart } from "./guest-list-part.tsx";
import { GuestPanel } from "./guest-panel.tsx";
import type { GuestsBackend } from "./guests-backend.ts";
import { useGuestChanges } from "./use-guest-changes.ts";
import { useGuestSearch } from "./use-guest-search.ts";
import { useGuestView } from "./use-guest-view.ts";
import { useGuests } from "./use-guests.ts";
import { useOpenGuest } from "./use-open-guest.ts";
import { useOpened } from "./use-opened.ts";
import "./guests.css";

/** Everybody who plays at the event, and what a host decides about them. */
export function GuestsPage({ backend }: { readonly backend: GuestsBackend }) {
  const eventId = useEventId();
  return <GuestsOfEvent key={eventId} eventId={eventId} backend={backend} />;
}

interface Props {
  readonly eventId: string;
  readonly backend: GuestsBackend;
}

function GuestsOfEvent({ eventId, backend }: Props) {
  const language = useHostLanguage();
  const words = hostGuestsWords[language];
  const { guests, isWhole, isConnected, hear } = useGuests(eventId, backend);
  const shown = useGuestView(guests, language);
  useGuestSearch({ eventId, backend, search: shown.view.search, isWhole, hear });
  useConnectionReport(isConnected);
  useBadge("guests", shown.counts.held);
  const { change, busyId } = useGuestChanges({ eventId, backend, words, hear });
  const { openId, open, close, root } = useOpenGuest();
  const opened = useOpened({ eventId, backend, openId, guests, isWhole, hear });
  const shelf = useMemo(
    () => new PictureShelf((names) => backend.readPictures(eventId, names)),
    [backend, eventId],
  );
  useEffect(() => () => shelf.stop(), [shelf]);
  const deciding = { words, change };
  return (
    <div className="guests" ref={root} data-open={openId !== null || undefined}>
      <GuestListPart
        {...shown}
        {...deciding}
        isWhole={isWhole}
        openId={openId}
        busyId={busyId}
        onOpen={open}
      />
      {openId !== null && (opened !== undefined || isWhole) && (
        <ShelfContext value={shelf}>
          <GuestPanel
            {...deciding}
            key={openId}
            eventId={eventId}
            guest={opened}
            backend={backend}
            isBusy={busyId === openId}
            onClose={close}
          />
        </ShelfContext>
      )}
    </div>
  );
}
