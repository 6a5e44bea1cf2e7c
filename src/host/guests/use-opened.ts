import { useEffect } from "react";
import type { HostGuest } from "../../backend/host-guest.ts";
import type { Guests } from "./guest-list.ts";
import type { GuestsBackend } from "./guests-backend.ts";

interface Options {
  readonly eventId: string;
  readonly backend: Pick<GuestsBackend, "readGuest">;
  readonly openId: string | null;
  readonly guests: Guests;
  readonly isWhole: boolean;
  readonly hear: (guests: readonly HostGuest[]) => void;
}

/** The guest of the address; asked for where the address was opened before the guest's page was read. */
export function useOpened({
  eventId,
  backend,
  openId,
  guests,
  isWhole,
  hear,
}: Options): HostGuest | undefined {
  const opened = openId === null ? undefined : guests.get(openId);
  const isMissing = opened === undefined && !isWhole;
  useEffect(() => {
    if (openId === null || !isMissing) return;
    backend.readGuest(eventId, openId).then(
      (guest) => guest !== null && hear([guest]),
      (error: unknown) => console.warn("the guest could not be read", error),
    );
  }, [backend, eventId, openId, isMissing, hear]);
  return opened;
}
