import { useEffect, useRef, useState } from "react";
import type { AuditBackend } from "./audit-backend.ts";
import type { GuestNames } from "./tell-entry.ts";

/** Names of guests as they come into view; each is asked for once. */
export function useGuestNames(
  eventId: string,
  backend: Pick<AuditBackend, "readGuest">,
  guestIds: readonly string[],
): GuestNames {
  const [names, setNames] = useState<GuestNames>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = [...new Set(guestIds)].join(" ");
  useEffect(() => {
    for (const guestId of wanted.split(" ")) {
      if (guestId === "" || asked.current.has(guestId)) continue;
      asked.current.add(guestId);
      backend.readGuest(eventId, guestId).then(
        (guest) => setNames((before) => new Map([...before, [guestId, guest?.displayName ?? null]])),
        (error: unknown) => {
          console.warn("the guest's name could not be read", error);
          // The next look asks again.
          asked.current.delete(guestId);
        },
      );
    }
  }, [backend, eventId, wanted]);
  return names;
}
