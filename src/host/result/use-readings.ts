import { useEffect, useState } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { ResultBackend } from "./result-backend.ts";

/** Hosts enter readings while the MC has the page open. */
const EVERY_MS = 30_000;

/** How the names of guests are said: by guest, where a host entered it. */
export function useReadings(
  { readGuest }: Pick<ResultBackend, "readGuest">,
  { eventId }: Pick<HostEvent, "eventId">,
  guestIds: readonly string[],
): ReadonlyMap<string, string> {
  const [readings, setReadings] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = guestIds.toSorted().join(" ");
  useEffect(() => {
    let isOver = false;
    const ask = async (guestId: string): Promise<void> => {
      const guest = await readGuest(eventId, guestId).catch(() => null);
      if (isOver || guest === null) return;
      setReadings((known) => withReading(known, guestId, guest.reading));
    };
    const askAll = () => wanted.split(" ").forEach((guestId) => void (guestId !== "" && ask(guestId)));
    askAll();
    const timer = setInterval(askAll, EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [readGuest, eventId, wanted]);
  return readings;
}

function withReading(
  known: ReadonlyMap<string, string>,
  guestId: string,
  reading: string | null,
): ReadonlyMap<string, string> {
  if ((known.get(guestId) ?? null) === reading) return known;
  const next = new Map(known);
  if (reading === null) next.delete(guestId);
  else next.set(guestId, reading);
  return next;
}
