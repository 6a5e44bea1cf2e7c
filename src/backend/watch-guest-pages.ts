import type { HostGuest, HostGuestPage } from "./host-guest.ts";
import type { LiveMessages } from "./live-source.ts";
import { watchLive } from "./watch-live.ts";

/** What a page learns about the guests of an event. */
export interface GuestsListener {
  /** Guests as they were read or decided about; merge them by version. */
  readonly onGuests: (guests: readonly HostGuest[]) => void;
  /** Every guest was read at least once. */
  readonly onWhole: () => void;
  readonly onConnection: (isConnected: boolean) => void;
}

export interface GuestPageSource {
  readonly page: (nextToken: string | null) => Promise<HostGuestPage>;
  readonly subscribe: (to: LiveMessages<HostGuest | null>) => () => void;
}

/** A page in so many ms at most, seen over time: a large event is read again less often than a small one. */
const REST_PER_PAGE_MS = 400;
/** A reading that failed goes on where it was; only then it begins anew, for its token may be the reason. */
const FAILURES_TO_BEGIN_ANEW = 4;

/**
 * Reads all guests page by page, tells them as they come, and keeps them up to date: by messages where hosts decide, by
 * reading again where photos come. The returned function ends it.
 */
export function watchGuestPages(
  source: GuestPageSource,
  { onGuests, onWhole, onConnection }: GuestsListener,
) {
  let isStopped = false;
  let restUntil = 0;
  let failures = 0;
  let nextToken: string | null = null;
  const read = async (): Promise<HostGuestPage> => {
    try {
      const page = await source.page(nextToken);
      failures = 0;
      return page;
    } catch (error) {
      failures += 1;
      if (failures % FAILURES_TO_BEGIN_ANEW === 0) nextToken = null;
      throw error;
    }
  };
  const readAll = async (): Promise<void> => {
    if (nextToken === null && Date.now() < restUntil) return;
    let pages = 0;
    do {
      const page = await read();
      if (isStopped) return;
      onGuests(page.guests);
      ({ nextToken } = page);
      pages += 1;
    } while (nextToken !== null);
    restUntil = Date.now() + pages * REST_PER_PAGE_MS;
    onWhole();
  };
  const { stop } = watchLive<void, HostGuest | null>(
    { read: readAll, subscribe: source.subscribe },
    {
      onRead: () => "known",
      onHeard: (messages) => onGuests(messages.flatMap((guest) => guest ?? [])),
      onConnection,
    },
  );
  return () => {
    isStopped = true;
    stop();
  };
}
