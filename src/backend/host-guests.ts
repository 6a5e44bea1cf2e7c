import { HOST, request } from "./client.ts";
import { HOST_ACTION, type HostAction, parseHostAction } from "./host-action.ts";
import {
  HOST_GUEST,
  type HostGuest,
  type HostGuestPage,
  parseGuestMessage,
  parseHostGuest,
  parseHostGuestPage,
} from "./host-guest.ts";
import { record } from "./parse.ts";
import { subscribe, type Topic } from "./subscribe.ts";
import { type GuestsListener, watchGuestPages } from "./watch-guest-pages.ts";

const PAGE = 100;

const GUESTS = `query Guests($eventId: ID!, $search: String, $limit: Int, $nextToken: String) {
  guests(eventId: $eventId, search: $search, limit: $limit, nextToken: $nextToken) {
    guests { ${HOST_GUEST} } nextToken
  }
}`;
const GUEST = `query HostGuest($eventId: ID!, $guestId: ID!) {
  hostGuest(eventId: $eventId, guestId: $guestId) { ${HOST_GUEST} }
}`;
const CHANGE = `mutation ChangeGuest($eventId: ID!, $guestId: ID!, $seen: Int!, $change: AWSJSON!) {
  changeGuest(eventId: $eventId, guestId: $guestId, seen: $seen, change: $change) { ${HOST_ACTION} }
}`;
const ON_GUEST: Topic<HostGuest | null> = {
  field: "onGuest",
  query: `subscription OnGuest($eventId: ID!) {
    onGuest(eventId: $eventId) { isWon eventId guest { ${HOST_GUEST} } }
  }`,
  parse: parseGuestMessage,
};

/** What a host may decide about a guest; what is missing stays. `reading` null: none. */
export interface GuestChange {
  readonly displayName?: string;
  readonly reading?: string | null;
  readonly isExcluded?: boolean;
  readonly isBanned?: boolean;
}

/** Follows all guests of an event until the returned function is called. Never throws. */
export function watchGuests(eventId: string, listener: GuestsListener): () => void {
  return watchGuestPages(
    {
      page: (nextToken) => page(eventId, { nextToken }),
      subscribe: (to) => subscribe([ON_GUEST], { eventId }, to, HOST),
    },
    listener,
  );
}

/** A page of the guests whose name or reading holds `search`, as it is written. */
export function searchGuests(
  eventId: string,
  search: string,
  nextToken: string | null,
): Promise<HostGuestPage> {
  return page(eventId, { search, nextToken });
}

/** Null when there is no such guest. */
export async function readGuest(eventId: string, guestId: string): Promise<HostGuest | null> {
  const answer = record(await request(GUEST, { eventId, guestId }, HOST), "answer");
  return answer["hostGuest"] ? parseHostGuest(answer["hostGuest"]) : null;
}

/** `seen`: how many decisions about the guest the host knows of. Rejects as `request` does. */
export async function changeGuest(
  eventId: string,
  guestId: string,
  seen: number,
  change: GuestChange,
): Promise<HostAction> {
  const variables = { eventId, guestId, seen, change: JSON.stringify(change) };
  const answer = record(await request(CHANGE, variables, HOST), "answer");
  return parseHostAction(answer["changeGuest"]);
}

async function page(
  eventId: string,
  of: { readonly search?: string; readonly nextToken: string | null },
): Promise<HostGuestPage> {
  return parseHostGuestPage(await request(GUESTS, { eventId, limit: PAGE, ...of }, HOST));
}
