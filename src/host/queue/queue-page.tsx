import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { hostQueueWords } from "#domain/words/host-queue";
import { Button } from "../../ui/button.tsx";
import { useHostLanguage } from "../shell/language.tsx";
import { useBadge, useConnectionReport } from "../shell/signals.tsx";
import { useEventId } from "../shell/use-event-id.ts";
import { KeyHelp } from "./key-help.tsx";
import { LastAction } from "./last-action.tsx";
import { countOf, isInTab, photoIn, type Tab } from "./photo-list.ts";
import type { QueueBackend, Says } from "./queue-backend.ts";
import type { CardActs } from "./queue-card.tsx";
import { type DeskActs, QueueDesk } from "./queue-desk.tsx";
import { QueueEnd } from "./queue-end.tsx";
import { QueueGrid } from "./queue-grid.tsx";
import { QueueHead } from "./queue-head.tsx";
import type { KeyWish } from "./queue-keys.ts";
import { allSelected, focused, inTab, meant, moved, noneSelected, settled, toggled } from "./queue-state.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useBackToClose } from "./use-back-to-close.ts";
import { useKeys } from "./use-keys.ts";
import { useLetters } from "./use-letters.ts";
import { useNotices } from "./use-notices.ts";
import { ShelfContext } from "./use-pictures.ts";
import { useQueue } from "./use-queue.ts";
import { useReading } from "./use-reading.ts";
import { useRoom } from "./use-room.ts";
import "./queue.css";
import "./desk.css";

/** The live queue of an event: what waits, what is shown and hidden, and the host's word about it. */
export function QueuePage({ backend }: { readonly backend: QueueBackend }) {
  const eventId = useEventId();
  return <QueueOfEvent key={eventId} eventId={eventId} backend={backend} />;
}

interface Props {
  readonly eventId: string;
  readonly backend: QueueBackend;
}

function QueueOfEvent({ eventId, backend }: Props) {
  const language = useHostLanguage();
  const words = hostQueueWords[language];
  const notices = useNotices(words);
  const queue = useQueue(eventId, backend, notices.onNotice);
  const { view, store, decisions, shelf } = queue;
  const [isHelped, setHelped] = useState(false);
  const [letters, setLetters] = useLetters();
  const [isByKey, setByKey] = useState(false);
  // Back in the list the focus is on the photo that was looked at.
  const desk = useBackToClose(() => setByKey(true));
  const columns = useRef(1);
  useEffect(() => {
    store.followLooking(desk.isLooking);
  }, [store, desk]);
  const room = useRoom();

  const photo = view.focus === null ? undefined : photoIn(view.list, view.focus);
  const reading = useReading(photo, { eventId, backend, store, view }, language);
  const waiting = useMemo(() => countOf(view.list, "pending"), [view.list]);
  useBadge("queue", waiting);
  useConnectionReport(view.isConnected && !view.isFailed);

  const say = useCallback((says: Says) => decisions.say(says, meant(store.view())), [decisions, store]);
  const sayOfFocused = useCallback(
    (says: Says) => {
      const { list, focus } = store.view();
      const one = focus === null ? undefined : photoIn(list, focus);
      if (one !== undefined) decisions.say(says, [one]);
    },
    [decisions, store],
  );
  const choose = useCallback(
    (tab: Tab) => {
      setByKey(false);
      store.change((now) => inTab(now, tab));
      store.readAgain();
    },
    [store],
  );
  const cardActs = useMemo<CardActs>(
    () => ({
      open: (photoId) => {
        setByKey(false);
        store.change((now) => focused(now, photoId));
        desk.open();
      },
      toggle: (photoId, isRange) => store.change((now) => toggled(now, photoId, isRange)),
    }),
    [store, desk],
  );
  const deskActs = useMemo<DeskActs>(
    () => ({
      say: sayOfFocused,
      move: (step) => {
        setByKey(false);
        store.change((now) => moved(now, step));
      },
      open: (photoId) => {
        setByKey(false);
        store.change((now) => ({ ...now, focus: photoId }));
      },
      close: desk.close,
    }),
    [sayOfFocused, store, desk],
  );
  const act = (wish: KeyWish): void => {
    store.touch();
    switch (wish.kind) {
      case "move":
      case "row":
        setByKey(true);
        return store.change((now) => moved(now, wish.step * (wish.kind === "row" ? columns.current : 1)));
      case "say":
        setByKey(true);
        return say(wish.says);
      case "undo":
        return void decisions.undo();
      case "select":
      case "range":
        return store.change((now) =>
          now.focus === null ? now : toggled(now, now.focus, wish.kind === "range"),
        );
      case "all":
        return store.change(allSelected);
      case "newcomers":
        return store.change(settled);
      case "help":
        return setHelped(true);
      case "escape":
        if (view.selected.size > 0) return store.change(noneSelected);
        return desk.close();
    }
  };
  useKeys(letters, act);

  return (
    <ShelfContext value={shelf}>
      <div
        className="queue"
        ref={room}
        data-open={desk.isOpen}
        data-selecting={view.selected.size > 0}
        onPointerMove={store.touch}
        onPointerDown={store.touch}
        onWheel={store.touch}
        onTouchMove={store.touch}
      >
        <QueueHead view={view} waiting={waiting} choose={choose} help={() => setHelped(true)} words={words} />
        <div className="queue__list" inert={desk.isOpen}>
          <output className="queue__news">
            {view.newcomers > 0 && (
              <Button className="queue__new" onClick={() => store.change(settled)}>
                {words.newcomers(view.newcomers)}
                {letters && <kbd aria-hidden="true">N</kbd>}
              </Button>
            )}
          </output>
          <QueueGrid
            view={view}
            acts={cardActs}
            isByKey={isByKey}
            onColumns={(count) => (columns.current = count)}
            onAtTop={store.setAtTop}
            onEnd={() => void store.loadMore()}
            end={<QueueEnd view={view} again={() => void store.loadMore()} words={words} />}
            words={words}
            language={language}
          />
          {view.selected.size > 0 && (
            <SelectionBar
              photos={meant(view)}
              loaded={view.ids.filter((id) => isInTab(view.list, view.tab, id)).length}
              selectAll={() => store.change(allSelected)}
              selectNone={() => store.change(noneSelected)}
              say={say}
              hasKeys={letters}
              words={words}
            />
          )}
        </div>
        <section className="queue__desk" aria-label={words.view}>
          {photo === undefined ? (
            <p className="desk__nothing">{words.nothingChosen}</p>
          ) : (
            <QueueDesk
              isOver={desk.isOpen}
              view={view}
              photo={photo}
              reading={reading}
              acts={deskActs}
              // With a selection the keys mean all of it.
              hasKeys={letters && view.selected.size === 0}
              words={words}
              language={language}
            />
          )}
        </section>
        <LastAction said={notices.said} undo={() => void decisions.undo()} hasKeys={letters} words={words} />
        {isHelped && (
          <KeyHelp
            hasLetters={letters}
            onLetters={setLetters}
            onClose={() => setHelped(false)}
            words={words}
          />
        )}
      </div>
    </ShelfContext>
  );
}
