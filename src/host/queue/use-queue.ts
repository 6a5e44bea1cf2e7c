import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";
import { Decisions, type Notice } from "./decisions.ts";
import { PictureShelf } from "./picture-shelf.ts";
import type { QueueBackend } from "./queue-backend.ts";
import { QueueStore, type QueueView } from "./queue-store.ts";

export interface Queue {
  readonly view: QueueView;
  readonly store: QueueStore;
  readonly decisions: Decisions;
  readonly shelf: PictureShelf;
}

/** The queue of an event as long as the page is open. */
export function useQueue(eventId: string, backend: QueueBackend, onNotice: (notice: Notice) => void): Queue {
  const tell = useEffectEvent(onNotice);
  const [notices] = useState(() => new NoticeDoor());
  const parts = useMemo(() => {
    const store = new QueueStore(eventId, backend);
    return {
      store,
      decisions: new Decisions(eventId, backend, store, notices.tell),
      shelf: new PictureShelf((names) => backend.readPictures(eventId, names)),
    };
  }, [eventId, backend, notices]);
  useEffect(() => notices.open((notice) => tell(notice)), [notices]);
  useEffect(() => {
    const stop = parts.store.start();
    return () => {
      stop();
      parts.shelf.stop();
    };
  }, [parts]);
  const view = useSyncExternalStore(parts.store.subscribe, parts.store.view);
  return useMemo(() => ({ ...parts, view }), [parts, view]);
}

/** Lets notices through while the page is open. */
class NoticeDoor {
  #listener: ((notice: Notice) => void) | undefined;

  readonly tell = (notice: Notice): void => this.#listener?.(notice);

  open(listener: (notice: Notice) => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = undefined;
    };
  }
}
