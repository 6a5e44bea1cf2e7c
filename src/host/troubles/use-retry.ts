import { useState } from "react";
import type { HostTroublesWords } from "#domain/words/host-troubles-words";
import { useToasts } from "../../ui/toasts.tsx";
import type { TroublesStore } from "./troubles-store.ts";

/** Trying letters again from the page of an event, one order at a time. */
export interface Retry {
  /** The letter that is being tried, `all`, or null. */
  readonly busy: string | null;
  readonly one: (letterId: string) => void;
  readonly all: () => void;
}

export function useRetry(store: TroublesStore, eventId: string, words: HostTroublesWords): Retry {
  const { say } = useToasts();
  const [busy, setBusy] = useState<string | null>(null);

  const run = async (letterIds: readonly string[] | "all", name: string): Promise<void> => {
    if (busy !== null) return;
    setBusy(name);
    try {
      const { retried, missing } = await store.retry(eventId, letterIds);
      if (retried.length > 0) say(words.retried(retried.length));
      if (missing.length > 0) say(words.missing(missing.length));
    } catch {
      say(words.notRetried);
    } finally {
      setBusy(null);
    }
  };
  return {
    busy,
    one: (letterId) => void run([letterId], letterId),
    all: () => void run("all", "all"),
  };
}
