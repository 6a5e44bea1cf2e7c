import { useCallback, useEffect, useState } from "react";
import type { HostGuest } from "../../backend/host-guest.ts";
import { type Guests, mergeGuests } from "./guest-list.ts";
import type { GuestsBackend } from "./guests-backend.ts";

/** What the page knows of the guests. */
export interface KnownGuests {
  readonly guests: Guests;
  /** Every guest was read at least once. */
  readonly isWhole: boolean;
  readonly isConnected: boolean;
}

const nobody: KnownGuests = { guests: new Map(), isWhole: false, isConnected: true };

/** A large event comes in a hundred pages: they are shown several at once. */
const GATHER_MS = 250;

/** Follows the guests of one event. `hear` takes what was read elsewhere. */
export function useGuests(
  eventId: string,
  backend: Pick<GuestsBackend, "watch">,
): KnownGuests & { readonly hear: (guests: readonly HostGuest[]) => void } {
  const [known, setKnown] = useState(nobody);
  const hear = useCallback(
    (heard: readonly HostGuest[]) =>
      setKnown((before) => {
        const guests = mergeGuests(before.guests, heard);
        return guests === before.guests ? before : { ...before, guests };
      }),
    [],
  );
  useEffect(() => {
    let gathered: HostGuest[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    const flush = () => {
      timer = undefined;
      const heard = gathered;
      gathered = [];
      hear(heard);
    };
    const stop = backend.watch(eventId, {
      onGuests: (guests) => {
        gathered.push(...guests);
        if (isFirst) flush();
        else timer ??= setTimeout(flush, GATHER_MS);
        isFirst = false;
      },
      onWhole: () => {
        flush();
        setKnown((before) => (before.isWhole ? before : { ...before, isWhole: true }));
      },
      onConnection: (isConnected) => setKnown((before) => ({ ...before, isConnected })),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [eventId, backend, hear]);
  return { ...known, hear };
}
