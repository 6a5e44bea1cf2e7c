import { useEffect } from "react";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { GuestsBackend } from "./guests-backend.ts";

/** Until somebody has stopped typing. */
const PATIENCE_MS = 250;

interface Options {
  readonly eventId: string;
  readonly backend: Pick<GuestsBackend, "search">;
  readonly search: string;
  /** Everybody is here already: nobody else can be found. */
  readonly isWhole: boolean;
  readonly hear: (guests: readonly HostGuest[]) => void;
}

/** Asks for those who were not read yet: reading all of a large event takes longer than a search. */
export function useGuestSearch({ eventId, backend, search, isWhole, hear }: Options): void {
  const wanted = search.trim();
  useEffect(() => {
    if (wanted === "" || isWhole) return;
    let isStopped = false;
    const ask = async () => {
      let nextToken: string | null = null;
      do {
        const page = await backend.search(eventId, wanted, nextToken);
        if (isStopped) return;
        hear(page.guests);
        ({ nextToken } = page);
      } while (nextToken !== null);
    };
    const timer = setTimeout(() => {
      // Whom it does not find comes with the reading of all.
      ask().catch((error: unknown) => console.warn("the search broke off", error));
    }, PATIENCE_MS);
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [eventId, backend, wanted, isWhole, hear]);
}
