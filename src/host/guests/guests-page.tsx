import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { hostGuestsWords } from "#domain/words/host-guests";
import type { HostGuest } from "../../backend/host-guest.ts";
import { useToasts } from "../../ui/toasts.tsx";
import { PictureShelf } from "../queue/picture-shelf.ts";
import { ShelfContext } from "../queue/use-pictures.ts";
import { useHostLanguage } from "../shell/language.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useBadge, useConnectionReport } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { GuestPanel } from "./guest-panel.tsx";
import { countGuests, type GuestView, selectGuests } from "./guest-list.ts";
import { GuestTable } from "./guest-table.tsx";
import { GuestTools } from "./guest-tools.tsx";
import type { GuestsBackend } from "./guests-backend.ts";
import { NobodyHere } from "./nobody-here.tsx";
import { useGuestChanges } from "./use-guest-changes.ts";
import { useGuestSearch } from "./use-guest-search.ts";
import { useGuests } from "./use-guests.ts";
import { useOpenGuest } from "./use-open-guest.ts";
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
  const { say } = useToasts();
  const { guests, isWhole, isConnected, hear } = useGuests(eventId, backend);
  const [view, setView] = useState<GuestView>({ search: "", filter: "all", sort: "score" });
  useGuestSearch({ eventId, backend, search: view.search, isWhole, hear });
  const { change, busyId } = useGuestChanges({ eventId, backend, words, hear });
  const { openId, open, close, root } = useOpenGuest();
  useConnectionReport(isConnected);

  const collator = useMemo(() => new Intl.Collator(language, { numeric: true }), [language]);
  // Typing comes before the list.
  const shownView = useDeferredValue(view);
  const shownGuests = useDeferredValue(guests);
  const selected = useMemo(
    () => selectGuests(shownGuests, shownView, collator),
    [shownGuests, shownView, collator],
  );
  const counts = useMemo(() => countGuests(shownGuests), [shownGuests]);
  useBadge("guests", counts.held);

  const shelf = useMemo(
    () => new PictureShelf((names) => backend.readPictures(eventId, names)),
    [backend, eventId],
  );
  useEffect(() => () => shelf.stop(), [shelf]);
  const opened = openId === null ? undefined : guests.get(openId);
  useEffect(() => {
    if (openId === null || opened !== undefined || isWhole) return;
    // Its address was opened before its page was read.
    backend.readGuest(eventId, openId).then(
      (guest) => guest !== null && hear([guest]),
      (error: unknown) => console.warn("the guest could not be read", error),
    );
  }, [backend, eventId, openId, opened, isWhole, hear]);

  const rename = async (guest: HostGuest, name: string) => {
    const outcome = await change(guest, { displayName: name }, "named");
    if (outcome !== "done") say(words[outcome]);
  };
  const isNarrowed = view.search.trim() !== "" || view.filter !== "all";
  return (
    <div className="guests" ref={root} data-open={openId !== null || undefined}>
      <div className="guests__list">
        <PageHead
          title={words.title}
          hint={
            <>
              {words.count(counts.all)}
              {!isWhole && <span className="guests__reading-on">{words.reading}</span>}
            </>
          }
        />
        <GuestTools
          view={view}
          counts={counts}
          words={words}
          onView={(changed) => setView((before) => ({ ...before, ...changed }))}
        />
        <output className="unseen">{isNarrowed && isWhole ? words.found(selected.length) : ""}</output>
        {selected.length > 0 ? (
          <GuestTable
            guests={selected}
            words={words}
            openId={openId}
            busyId={busyId}
            onOpen={open}
            onName={(guest, name) => void rename(guest, name)}
          />
        ) : (
          <NobodyHere view={view} isWhole={isWhole} words={words} />
        )}
      </div>
      {openId !== null && (opened !== undefined || isWhole) && (
        <ShelfContext value={shelf}>
          <GuestPanel
            key={openId}
            eventId={eventId}
            guest={opened}
            backend={backend}
            words={words}
            isBusy={busyId === openId}
            change={change}
            onClose={close}
          />
        </ShelfContext>
      )}
    </div>
  );
}
