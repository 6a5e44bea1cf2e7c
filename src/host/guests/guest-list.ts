import { folded } from "#domain/banned-word";
import { isNameHeld } from "#domain/held-name";
import type { HostGuest } from "../../backend/host-guest.ts";

/** By guest id, in the order in which they were first heard of. */
export type Guests = ReadonlyMap<string, HostGuest>;

export const guestFilters = ["all", "held", "banned", "excluded"] as const;
export type GuestFilter = (typeof guestFilters)[number];

export const guestSorts = ["score", "photos", "name"] as const;
export type GuestSort = (typeof guestSorts)[number];

/** What is shown of the guests. */
export interface GuestView {
  readonly search: string;
  readonly filter: GuestFilter;
  readonly sort: GuestSort;
}

/** K6: of who left nothing is to be seen but a ban, which can be lifted. */
const isHere = ({ hasLeft, bannedAt }: HostGuest): boolean => !hasLeft || bannedAt !== null;

const passes: Readonly<Record<GuestFilter, (guest: HostGuest) => boolean>> = {
  all: () => true,
  held: isNameHeld,
  banned: (guest) => guest.bannedAt !== null,
  excluded: (guest) => guest.isExcluded,
};

/** Takes what was read or heard, in any order: an equal or lower version changes nothing. */
export function mergeGuests(known: Guests, heard: readonly HostGuest[]): Guests {
  const news = heard.filter((guest) => (known.get(guest.guestId)?.version ?? -1) < guest.version);
  if (news.length === 0) return known;
  const merged = new Map(known);
  for (const guest of news) {
    if ((merged.get(guest.guestId)?.version ?? -1) < guest.version) merged.set(guest.guestId, guest);
  }
  return merged;
}

/** Guests that a view shows, in its order. `collator`: of the host's language. */
export function selectGuests(
  guests: Guests,
  { search, filter, sort }: GuestView,
  collator: Intl.Collator,
): readonly HostGuest[] {
  const matches = matcher(search);
  const here = [...guests.values()].filter(isHere);
  const selected = here.filter((guest) => passes[filter](guest) && matches(guest));
  switch (sort) {
    case "score":
      return selected.sort((a, b) => points(b) - points(a) || b.photos - a.photos || byId(a, b));
    case "photos":
      return selected.sort((a, b) => b.photos - a.photos || points(b) - points(a) || byId(a, b));
    case "name":
      return selected.sort((a, b) => collator.compare(spoken(a), spoken(b)) || byId(a, b));
  }
}

/** How many guests each filter shows. */
export function countGuests(guests: Guests): Readonly<Record<GuestFilter, number>> {
  const here = [...guests.values()].filter(isHere);
  const counts = { all: here.length, held: 0, banned: 0, excluded: 0 };
  for (const guest of here) {
    if (passes.held(guest)) counts.held += 1;
    if (passes.banned(guest)) counts.banned += 1;
    if (passes.excluded(guest)) counts.excluded += 1;
  }
  return counts;
}

const points = (guest: HostGuest): number => guest.score ?? -1;
const spoken = (guest: HostGuest): string => guest.reading ?? guest.displayName;
const byId = (a: HostGuest, b: HostGuest): number => (a.guestId < b.guestId ? -1 : 1);

/** Folding 12,000 names takes longer than a keystroke should. */
const foldedNames = new WeakMap<HostGuest, readonly string[]>();

function namesOf(guest: HostGuest): readonly string[] {
  const known = foldedNames.get(guest);
  if (known !== undefined) return known;
  const names = [guest.displayName, guest.reading, guest.heldName].flatMap((name) =>
    name === null ? [] : [folded(name)],
  );
  foldedNames.set(guest, names);
  return names;
}

function matcher(search: string): (guest: HostGuest) => boolean {
  const wanted = folded(search);
  if (wanted !== "") return (guest) => namesOf(guest).some((name) => name.includes(wanted));
  // Nothing but marks: a name may be nothing else.
  const written = search.trim();
  if (written === "") return () => true;
  return ({ displayName, heldName }) =>
    displayName.includes(written) || (heldName?.includes(written) ?? false);
}
