import { useMemo } from "react";
import { type Climber, climbOf } from "#domain/climb";
import { type Numbers, numbersOf } from "#domain/numbers";
import type { NumbersPhoto } from "#domain/numbers-photo";
import type { StandingRule } from "#domain/standing-rule";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { HostGuest } from "../../backend/host-guest.ts";
import { useGuests } from "../guests/use-guests.ts";
import { useConnectionReport } from "../shell/signals.tsx";
import type { NumbersBackend } from "./numbers-backend.ts";
import { useNumberPhotos } from "./use-number-photos.ts";
import { zoneOf } from "./told-time.ts";

/** An evening, counted. */
export interface Evening {
  readonly photos: readonly NumbersPhoto[];
  readonly numbers: Numbers;
  readonly climb: readonly Climber[];
  /** V4: who has not left; null while not all of them are known. */
  readonly guests: number | null;
  /** Everything was read at least once. */
  readonly isWhole: boolean;
  /** As the board shows it; empty: nobody said. */
  readonly nameOf: (guest: { readonly guestId: string; readonly displayName: string }) => string;
  /** R4, as far as it is about guests. */
  readonly hasPlace: (guestId: string) => boolean;
}

/** Follows and counts an evening. */
export function useEvening(event: HostEvent, backend: NumbersBackend): Evening {
  const { eventId } = event;
  const watchGuests = useMemo(() => ({ watch: backend.watchGuests }), [backend]);
  const { photos, isWhole, isConnected } = useNumberPhotos(eventId, backend);
  const known = useGuests(eventId, watchGuests);
  useConnectionReport(isConnected && known.isConnected);
  const rule: StandingRule = event.rules.standing;
  const numbers = useMemo(() => numbersOf(photos, zoneOf(photos[0]?.sentAt)), [photos]);
  const about = useMemo(() => guestsIn(known.guests), [known.guests]);
  const climb = useMemo(
    () =>
      climbOf(photos, numbers.time, rule, about.hasPlace).map((climber) => ({
        ...climber,
        displayName: about.nameOf(climber),
      })),
    [photos, numbers, rule, about],
  );
  const guests = known.isWhole ? about.here : null;
  return { photos, numbers, climb, guests, isWhole, nameOf: about.nameOf, hasPlace: about.hasPlace };
}

function guestsIn(guests: ReadonlyMap<string, HostGuest>): Pick<Evening, "nameOf" | "hasPlace"> & {
  readonly here: number;
} {
  let here = 0;
  for (const { hasLeft } of guests.values()) if (!hasLeft) here += 1;
  return {
    here,
    nameOf: ({ guestId, displayName }) => guests.get(guestId)?.displayName ?? displayName,
    hasPlace: (guestId) => {
      const guest = guests.get(guestId);
      return guest === undefined || (!guest.isExcluded && guest.bannedAt === null && !guest.hasLeft);
    },
  };
}
