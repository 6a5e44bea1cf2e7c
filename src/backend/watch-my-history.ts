import type { LiveMessages, LiveWatch } from "./live-source.ts";
import type { MyHistory } from "./my-history.ts";
import { refusalOf } from "./session-refusal.ts";
import { useSession, type SessionParts } from "./session-use.ts";
import { watchLive } from "./watch-live.ts";

/**
 * Why nothing more will be told:
 * - `reopen`: the guest has to open the page again from the chat, nothing else helps
 * - `nowhere`: LINE knows the guest, but the guest plays in no event
 * - `event-gone`: the event is over and its photos are deleted
 */
export type HistoryEnd = "reopen" | "nowhere" | "event-gone";

/** What a guest's page learns about the own photos. */
export interface HistoryListener {
  /** As they are now, with every change. */
  readonly onHistory: (history: MyHistory) => void;
  /** Whether the last question failed; it is asked again by itself. */
  readonly onTrouble: (isTrouble: boolean) => void;
  /** The watch is over. */
  readonly onEnd: (end: HistoryEnd) => void;
}

export interface HistorySource {
  readonly session: SessionParts;
  /** In whose event; null: where the guest plays now. */
  readonly photoId: string | null;
  readonly read: (token: string) => Promise<MyHistory>;
  readonly subscribe: (token: string, to: LiveMessages<void>) => () => void;
}

type Answer = { readonly history: MyHistory } | { readonly end: HistoryEnd };

/** Keeps a guest's history up to date: a message says that something has changed, and what it is, is read. */
export function watchMyHistory(source: HistorySource, listener: HistoryListener): LiveWatch {
  let token: string | undefined;
  let start: () => void = () => {};
  const hasToken = new Promise<void>((resolve) => (start = resolve));
  const read = async (): Promise<Answer> => {
    try {
      const answer = await ask(source, (good) => (token = good));
      start();
      listener.onTrouble(false);
      return answer;
    } catch (error) {
      listener.onTrouble(true);
      throw error;
    }
  };
  const subscribe = (to: LiveMessages<void>) => {
    let end: (() => void) | undefined;
    let isOver = false;
    void hasToken.then(() => {
      if (!isOver && token !== undefined) end = source.subscribe(token, to);
    });
    return () => {
      isOver = true;
      end?.();
    };
  };
  const watch = watchLive<Answer, void>(
    { read, subscribe },
    {
      onRead: (answer) => {
        if ("history" in answer) listener.onHistory(answer.history);
        else {
          watch.stop();
          listener.onEnd(answer.end);
        }
        return "known";
      },
      onHeard: () => watch.read(),
      onConnection: () => {},
    },
  );
  return watch;
}

async function ask(
  { session, photoId, read }: HistorySource,
  keep: (token: string) => void,
): Promise<Answer> {
  try {
    const used = await useSession(session, photoId, async (token) => {
      const history = await read(token);
      keep(token);
      return history;
    });
    return used.kind === "done" ? { history: used.value } : { end: used.kind };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === "event-gone") return { end: "event-gone" };
    if (refusal === "nothing-here") return { end: "nowhere" };
    throw error;
  }
}
